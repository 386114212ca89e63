import { Checkbox } from "@/components/ui/choices";
import { Details } from "@/components/ui/details";
import { frenchSpaces } from "@/lib/format/text";
import type { Posted } from "@/lib/result";

const CLAUSES = [
  "Le compte est gratuit et n’est jamais obligatoire pour faire une démarche.",
  "Le compte est personnel\u00a0: gardez votre mot de passe pour vous. Aucun agent ne vous le demandera.",
  "Vous indiquez votre véritable identité\u00a0: les services publics s’y fient. Une fausse déclaration est punie par la loi (article 441-6 du code pénal).",
  "Vos informations ne vont à un service qu’avec votre accord, que vous pouvez retirer à tout moment.",
  "Un compte qui n’a pas servi pendant 36 mois peut être fermé, après plusieurs messages.",
];

function Terms() {
  return (
    <ul className="list-disc space-y-2 pb-4 pl-6">
      {CLAUSES.map((clause) => (
        <li key={clause}>{frenchSpaces(clause)}</li>
      ))}
      <li>
        Comment vos données sont traitées&nbsp;:{" "}
        <a href="/donnees-personnelles">données personnelles</a>.
      </li>
    </ul>
  );
}

/** The terms of use, in short, and the box that accepts them. */
export function TermsAgreement({ posted }: { posted: Posted }) {
  return (
    <div>
      <Details summary="Les conditions d’utilisation, en bref">
        <Terms />
      </Details>
      <div className="mt-4">
        <Checkbox
          name="terms"
          label="J’accepte les conditions d’utilisation"
          error={posted.errors.terms}
          checked={posted.values.terms === "oui"}
        />
      </div>
    </div>
  );
}
