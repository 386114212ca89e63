import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";
import type { WhyNobody } from "@/lib/accounts/model/civil-identity";
import { FranceConnectButton } from "./franceconnect-button";

type Props = {
  reason: WhyNobody;
  back: { href: string; label: string };
  /** How to begin again; null when FranceConnect is off. */
  again: Parameters<typeof FranceConnectButton>[0] | null;
};

const SAID: Record<WhyNobody, readonly [title: string, text: string]> = {
  annulee: [
    "Vous avez arrêté l’identification",
    "FranceConnect ne nous a rien transmis. Vous pouvez recommencer, ou continuer autrement.",
  ],
  indisponible: [
    "FranceConnect ne répond pas",
    "Le service de l’État est momentanément indisponible. Réessayez dans quelques minutes. Votre mot de passe, lui, fonctionne toujours.",
  ],
  refusee: [
    "L’identification n’a pas abouti",
    "Nous n’avons pas pu vérifier la réponse de FranceConnect\u00a0: nous n’en avons rien gardé. Recommencez\u202f; si cela se répète, votre mot de passe fonctionne toujours.",
  ],
  perimee: [
    "Cette identification n’est plus valable",
    "Elle a déjà servi, elle est restée ouverte trop longtemps, ou elle a commencé dans un autre navigateur. Recommencez depuis celui-ci.",
  ],
  "autre-personne": [
    "Ce compte est à une autre personne",
    "Il est déjà certifié à un autre nom que celui donné par FranceConnect. Rien n’a changé. Connectez-vous avec votre propre compte, ou créez-en un.",
  ],
  inconnu: [
    "Aucun compte n’est certifié à ce nom",
    "FranceConnect nous a dit qui vous êtes, mais aucun compte n’est certifié pour vous. Rien n’a été gardé. Présentez-vous à un guichet de la Métropole avec une pièce d’identité.",
  ],
  deconnecte: [
    "Votre session s’est fermée entre-temps",
    "Nous n’avons rien changé. Connectez-vous à votre compte, puis recommencez.",
  ],
};

/** Why FranceConnect identified nobody, and the two ways on. */
export function IdentificationFailure({ reason, back, again }: Props) {
  const [title, text] = SAID[reason];
  return (
    <Page>
      <PageTitle lead={text}>{title}</PageTitle>
      <p className="mt-8">
        <ButtonLink href={back.href} look="outline" className="w-full sm:w-auto">
          {back.label}
        </ButtonLink>
      </p>
      {again && reason !== "autre-personne" && (
        <section className="mt-8 border-t border-line pt-8">
          <h2 className="mb-4 text-h3">Recommencer</h2>
          <FranceConnectButton {...again} />
        </section>
      )}
    </Page>
  );
}
