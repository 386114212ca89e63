import type { Metadata } from "next";
import { MailLink } from "@/components/support/contact";
import { AccountData, DataRights, FilingData } from "@/components/support/personal-data";
import { Page, PageTitle } from "@/components/ui/page";
import { Prose } from "@/components/ui/prose";
import { getFrame } from "@/lib/auth/frame";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Données personnelles" };

export default async function PersonalDataPage() {
  const { portalName, accountName, portalUrl } = await getFrame();
  const { PUBLISHER, PUBLISHER_ADDRESS, DPO_EMAIL } = site();
  return (
    <Page>
      <PageTitle lead="Ce que nous savons de vous, pourquoi, qui le lit, et comment reprendre la main.">
        Données personnelles
      </PageTitle>
      <Prose>
        <FilingData portalName={portalName} />
        <AccountData accountName={accountName} publisher={`${PUBLISHER}, ${PUBLISHER_ADDRESS}`} />
        <h2>Qui d’autre&#8239;?</h2>
        <p>
          Personne. Aucune donnée n’est vendue, ni envoyée à un réseau publicitaire, ni lue par un
          outil de mesure extérieur. Le navigateur n’appelle que ce site.
        </p>
        <DataRights consentsUrl={new URL("/mes-donnees", portalUrl).href} contact={DPO_EMAIL} />
        <h2>Délégué à la protection des données</h2>
        <p>
          <MailLink address={DPO_EMAIL} />, ou par courrier&nbsp;: {PUBLISHER}, délégué à la
          protection des données, {PUBLISHER_ADDRESS}.
        </p>
      </Prose>
    </Page>
  );
}
