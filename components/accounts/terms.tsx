import { frenchSpaces } from "@/lib/format/text";

const CLAUSES = [
  "Le compte est gratuit et n’est jamais obligatoire pour faire une démarche.",
  "Le compte est personnel : gardez votre mot de passe pour vous. Aucun agent ne vous le demandera.",
  "Vous indiquez votre véritable identité : les services publics s’y fient. Une fausse déclaration est punie par la loi (article 441-6 du code pénal).",
  "Vos informations ne vont à un service qu’avec votre accord, que vous pouvez retirer à tout moment.",
  "Un compte qui n’a pas servi pendant 36 mois peut être fermé, après plusieurs messages.",
];

export function Terms() {
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
