import { Section } from "@/components/ui/page";

const LIST = "mt-3 list-disc space-y-2 pl-6";

/** What goes, what stays and who keeps it, before anything is asked for. */
export function ClosureTerms() {
  return (
    <>
      <Section title="Ce qui disparaît">
        <ul className={LIST}>
          <li>votre identité, votre courriel, votre téléphone et votre adresse&nbsp;;</li>
          <li>vos moyens de connexion, vos appareils et le lien avec FranceConnect&nbsp;;</li>
          <li>
            tous vos accords&nbsp;: les services ne peuvent plus rien lire, et sont prévenus&nbsp;;
          </li>
          <li>vos mandats, et vos brouillons sur le portail.</li>
        </ul>
      </Section>
      <Section title="Ce qui reste">
        <ul className={LIST}>
          <li>
            les demandes que vous avez envoyées&nbsp;: la collectivité qui les traite doit les
            garder le temps prévu par la loi. Vous ne pourrez plus les suivre avec ce compte&nbsp;;
          </li>
          <li>
            ce que chaque service a déjà reçu de vous&nbsp;: demandez-lui directement de
            l’effacer&nbsp;;
          </li>
          <li>
            la preuve de vos accords et de leur retrait, sous un numéro qui ne dit plus qui vous
            êtes.
          </li>
        </ul>
      </Section>
      <Section title="Gardez d’abord une copie">
        <p className="mt-3">
          Tout ce que contient votre compte, dans une page à lire et un fichier pour un autre
          service&nbsp;:
        </p>
        <p>
          <a
            href="/compte/suppression/donnees"
            className="inline-flex min-h-11 items-center font-bold"
          >
            Télécharger mes données (ZIP)
          </a>
        </p>
      </Section>
    </>
  );
}
