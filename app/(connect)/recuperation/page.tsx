import type { Metadata } from "next";
import { FranceConnectButton } from "@/components/accounts/franceconnect-button";
import { HelpLine } from "@/components/support/help-line";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";
import { takePosted } from "@/lib/posted";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Récupérer mon compte" };

/** For whoever has neither the password nor the mailbox any more. */
export default async function RecoveryPage({ searchParams }: PageProps<"/recuperation">) {
  const { errors } = await takePosted(await searchParams);
  const { HELP_PHONE, HELP_HOURS } = site();
  return (
    <Page>
      <BackLink href="/mot-de-passe-oublie">Mot de passe oublié</BackLink>
      <PageTitle lead="Vous ne pouvez plus entrer dans votre compte, ni lire le courriel de son adresse.">
        Récupérer mon compte
      </PageTitle>
      <ErrorSummary errors={errors} />
      {isFranceConnectOn() && (
        <Section title="Si votre identité était certifiée">
          <p className="mt-3 mb-4">
            FranceConnect dit qui vous êtes. Si c’est la personne de votre compte certifié, vous y
            mettez une nouvelle adresse tout de suite.
          </p>
          <FranceConnectButton purpose="recover" />
        </Section>
      )}
      <Section title="Sinon, à un guichet">
        <p className="mt-3">
          Présentez-vous à un guichet de la Métropole avec une pièce d’identité. Deux agents
          vérifient votre demande, puis nous attendons 72&nbsp;heures&nbsp;: la personne qui lit
          encore l’adresse du compte est prévenue, et peut refuser. Vous recevez ensuite un lien à
          votre nouvelle adresse.
        </p>
      </Section>
      <HelpLine phone={HELP_PHONE} hours={HELP_HOURS} />
    </Page>
  );
}
