import type { Metadata } from "next";
import { MailLink } from "@/components/support/contact";
import { HelpLine } from "@/components/support/help-line";
import { PortalQuestions } from "@/components/support/portal-questions";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { getFrame } from "@/lib/auth/frame";
import { env } from "@/lib/env";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Aide" };

export default async function HelpPage() {
  const { accountName } = await getFrame();
  const { HELP_PHONE, HELP_HOURS, CONTACT_EMAIL } = site();
  return (
    <Page>
      <PageTitle lead="Une personne vous répond, vous guide, ou remplit la démarche avec vous.">
        Aide
      </PageTitle>
      <HelpLine phone={HELP_PHONE} hours={HELP_HOURS} />
      <Section title="Au guichet">
        <p className="mt-3">
          L’accueil de votre mairie vous aide aussi pour les démarches de la Métropole. Adresse et
          horaires&nbsp;: <a href="/demarches">choisissez une démarche et votre commune</a>, puis
          «&nbsp;Faire autrement&nbsp;».
        </p>
      </Section>
      <Section title="Par écrit">
        <p className="mt-3">
          Sur une demande déjà envoyée, écrivez au service depuis{" "}
          <a href="/mes-demandes">la page de la demande</a>&nbsp;: il a tout sous les yeux. Pour le
          reste&nbsp;: <MailLink address={CONTACT_EMAIL} />.
        </p>
      </Section>
      <Section title="Les questions qui reviennent">
        <PortalQuestions accountName={accountName} />
      </Section>
      <Section title="Un souci de connexion&#8239;?">
        <p className="mt-3">
          Mot de passe oublié, code qui n’arrive pas&nbsp;:{" "}
          <a href={new URL("/aide-connexion", env().CONNECT_URL).href}>l’aide de {accountName}</a>.
        </p>
      </Section>
    </Page>
  );
}
