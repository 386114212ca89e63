import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";

const TITLE = "Votre session n’est pas ouverte";

export const metadata: Metadata = { title: TITLE };

const LEADS: Record<string, string> = {
  refus: "Vous avez choisi de ne pas partager vos informations. Rien n’a été transmis.",
  retrait:
    "Vous avez retiré votre accord\u00a0: ce portail ne lit plus rien de votre compte. Vos demandes déjà envoyées restent suivies.",
};
const ACTED = {
  title: "Ce mandat est terminé",
  lead: "Vous n’agissez plus au nom de cette personne. Ce qui était envoyé reste envoyé, et ses brouillons sont gardés pour elle.",
};
const FAILED =
  "La connexion n’est pas allée jusqu’au bout. Rien n’est perdu\u00a0: vous pouvez recommencer.";

/** After a refusal at the consent page, or a sign-in that did not come to its end. */
export default async function SignInErrorPage({ searchParams }: PageProps<"/se-connecter/erreur">) {
  const { error } = await searchParams;
  const hasActed = error === "mandat";
  const lead = hasActed ? ACTED.lead : (LEADS[String(error)] ?? FAILED);
  return (
    <Page>
      <PageTitle lead={lead}>{hasActed ? ACTED.title : TITLE}</PageTitle>
      <div className="mt-8 flex flex-wrap gap-3">
        <ButtonLink href="/demarches">Continuer sans compte</ButtonLink>
        <ButtonLink href={hasActed ? "/se-connecter?pour=moi" : "/se-connecter"} look="outline">
          {hasActed ? "Continuer en mon nom" : "Se connecter"}
        </ButtonLink>
      </div>
    </Page>
  );
}
