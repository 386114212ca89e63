import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";

/** An account that FranceConnect alone opens: what asks for the password cannot be done yet. */
export function PasswordFirst() {
  return (
    <Page>
      <BackLink href="/compte">Mon compte</BackLink>
      <PageTitle lead="Pour changer de courriel, nous vous demandons votre mot de passe. Votre compte n’en a pas encore : vous y entrez avec FranceConnect.">
        Choisissez d’abord un mot de passe
      </PageTitle>
      <p className="mt-8">
        <ButtonLink href="/mot-de-passe-oublie?suite=/compte">Choisir un mot de passe</ButtonLink>
      </p>
    </Page>
  );
}
