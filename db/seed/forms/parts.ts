import type { FormDefinitionInput } from "@/lib/forms/schemas";

export type StepInput = FormDefinitionInput["steps"][number];
export type FieldInput = StepInput["fields"][number];

/** What a form needs to know of the organisation it is published for. */
export type Publisher = { key: string; name: string; place: string };

export type FormSeed = {
  slug: string;
  title: string;
  of: (publisher: Publisher) => FormDefinitionInput;
};

/** Who asks: what the account knows is not asked again. */
export const YOU: FieldInput = {
  id: "demandeur",
  type: "identity",
  label: "Votre nom et vos coordonnées",
  parts: ["familyName", "givenName", "email", "phone"],
  optionalParts: ["phone"],
};

export const PROOF_OF_ADDRESS: FieldInput = {
  id: "justificatif-domicile",
  type: "file",
  label: "Justificatif de domicile de moins de 3 mois",
  hint: "Facture d’électricité, d’eau, de gaz ou d’internet, quittance de loyer ou avis d’impôt.",
  errors: { missing: "Joignez un justificatif de domicile de moins de 3 mois" },
};
