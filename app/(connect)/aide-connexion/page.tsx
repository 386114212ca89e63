import type { Metadata } from "next";
import { AccountQuestions } from "@/components/support/account-questions";
import { HelpLine } from "@/components/support/help-line";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { getFrame } from "@/lib/auth/frame";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Aide" };

export default async function ConnectHelpPage() {
  const { accountName, portalName, portalUrl } = await getFrame();
  const { HELP_PHONE, HELP_HOURS } = site();
  return (
    <Page>
      <PageTitle
        lead={`Un seul compte pour les services publics du territoire\u00a0: ${accountName}.`}
      >
        Aide à la connexion
      </PageTitle>
      <Section title="Les questions qui reviennent">
        <AccountQuestions accountName={accountName} />
      </Section>
      <HelpLine phone={HELP_PHONE} hours={HELP_HOURS} />
      <p className="mt-8">
        Une question sur une démarche ou sur une demande&nbsp;:{" "}
        <a href={new URL("/aide", portalUrl).href}>l’aide de {portalName}</a>.
      </p>
    </Page>
  );
}
