import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";

export const metadata: Metadata = { title: "Vous n’êtes pas connecté" };

/** After a refusal at the consent page, or a sign-in that did not come to its end. */
export default async function SignInErrorPage({ searchParams }: PageProps<"/se-connecter/erreur">) {
  const { error } = await searchParams;
  const lead =
    error === "refus"
      ? "Vous avez choisi de ne pas partager vos informations. Rien n’a été transmis."
      : "La connexion n’est pas allée jusqu’au bout. Rien n’est perdu : vous pouvez recommencer.";
  return (
    <Page>
      <PageTitle lead={lead}>Vous n’êtes pas connecté</PageTitle>
      <div className="mt-8 flex flex-wrap gap-3">
        <ButtonLink href="/demarches">Continuer sans compte</ButtonLink>
        <ButtonLink href="/se-connecter" look="outline">
          Se connecter
        </ButtonLink>
      </div>
    </Page>
  );
}
