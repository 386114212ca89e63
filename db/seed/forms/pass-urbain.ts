import { when } from "@/lib/expressions/model/parse";
import { type FormSeed, PROOF_OF_ADDRESS, type StepInput } from "./parts";

const INCOME_BOUND = 712;

const STEPS: StepInput[] = [
  {
    id: "vous",
    title: "Vous",
    fields: [
      {
        id: "demandeur",
        type: "identity",
        label: "Votre nom et vos coordonnées",
        parts: ["familyName", "givenName", "birthdate", "email", "phone"],
        optionalParts: ["phone"],
      },
      {
        id: "situation",
        type: "choice",
        label: "Votre situation",
        options: [
          { value: "emploi", label: "En emploi" },
          { value: "recherche", label: "En recherche d’emploi" },
          { value: "etudiant", label: "En études, en apprentissage ou en service civique" },
          { value: "retraite", label: "À la retraite" },
          { value: "allocation", label: "Bénéficiaire du RSA ou de l’AAH" },
          { value: "asile", label: "En demande d’asile" },
        ],
        other: {},
      },
      {
        id: "abonne",
        type: "yes-no",
        label: "Avez-vous déjà une carte Pass Urbain ?",
      },
    ],
  },
  {
    id: "ressources",
    title: "Vos ressources",
    fields: [
      {
        id: "quotient",
        type: "explanation",
        tone: "info",
        title: "Le quotient familial",
        text: `Il figure sur votre espace « Mon Compte » de la CAF ou de la MSA. Jusqu’à ${INCOME_BOUND} €, vous avez droit au tarif solidaire.`,
      },
      {
        id: "quotient-familial",
        type: "number",
        label: "Votre quotient familial",
        unit: "€",
        min: 0,
        max: 20_000,
      },
      {
        id: "caisse",
        type: "choice",
        label: "Qui vous verse vos allocations ?",
        options: [
          { value: "caf", label: "La CAF" },
          { value: "msa", label: "La MSA" },
          { value: "aucune", label: "Aucune des deux" },
        ],
      },
    ],
  },
  {
    id: "justificatifs",
    title: "Vos justificatifs",
    fields: [
      {
        id: "attestation-quotient",
        type: "file",
        label: "Attestation de quotient familial de moins de 3 mois",
        hint: "À télécharger sur caf.fr ou msa.fr.",
        visibleIf: when('caisse in ["caf", "msa"]'),
      },
      {
        id: "avis-imposition",
        type: "file",
        label: "Dernier avis d’imposition du foyer",
        visibleIf: when('caisse == "aucune"'),
        maxCount: 2,
      },
      { id: "adresse", type: "address", label: "Votre adresse" },
      PROOF_OF_ADDRESS,
      {
        id: "photo",
        type: "file",
        label: "Photo d’identité",
        accept: ["image/jpeg", "image/png"],
        visibleIf: when("abonne == False"),
      },
      {
        id: "numero-carte",
        type: "text",
        label: "Numéro de votre carte",
        hint: "Les 10 chiffres au dos.",
        format: "digits",
        visibleIf: when("abonne == True"),
      },
    ],
  },
];

export const SOLIDARITY_FARE: FormSeed = {
  slug: "pass-urbain",
  title: "Tarif solidaire Pass Urbain",
  of: () => ({ steps: STEPS }),
};
