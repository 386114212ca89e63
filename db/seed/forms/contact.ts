import { when } from "@/lib/expressions/model/parse";
import { type FieldInput, type FormSeed, type StepInput, YOU } from "./parts";

const attachments: FieldInput = {
  id: "pieces",
  type: "file",
  label: "Documents ou photos utiles",
  required: false,
  maxCount: 5,
};

const METROPOLE_SUBJECTS = [
  { value: "collecte", label: "La collecte ou une déchèterie" },
  { value: "voirie", label: "La rue, un chantier" },
  { value: "eau", label: "L’eau" },
  { value: "accueil", label: "L’accueil ou un délai de réponse" },
];

const COMMUNE_SUBJECTS = [
  { value: "ecole", label: "L’école, la cantine ou les accueils" },
  { value: "proprete", label: "La propreté ou les espaces verts" },
  { value: "bruit", label: "Le bruit ou le voisinage" },
  { value: "accueil", label: "L’accueil ou un délai de réponse" },
];

const FACTS: StepInput = {
  id: "faits",
  title: "Les faits",
  fields: [
    {
      id: "reference",
      type: "text",
      label: "Numéro de la première demande",
      hint: "Exemple : BRON-2026-4K7P2M. Laissez vide si vous ne l’avez pas.",
      visibleIf: when("deja-contacte == True"),
      required: false,
    },
    {
      id: "faits",
      type: "long-text",
      label: "Que s’est-il passé ?",
      hint: "Le lieu, la date, et ce que vous avez constaté.",
      maxLength: 4000,
      rows: 8,
    },
    {
      id: "date-faits",
      type: "date",
      label: "Date des faits",
      max: { days: 0 },
      required: false,
    },
    { id: "lieu", type: "address", label: "Lieu", required: false },
    {
      id: "attente",
      type: "long-text",
      label: "Que souhaitez-vous obtenir ?",
      maxLength: 1500,
      rows: 3,
    },
    attachments,
  ],
};

export const COMPLAINT: FormSeed = {
  slug: "reclamation",
  title: "Réclamation",
  of: ({ key, name }) => ({
    steps: [
      {
        id: "sujet",
        title: "Votre réclamation",
        fields: [
          {
            id: "sujet",
            type: "choice",
            label: "Elle concerne",
            options: key === "metropole" ? METROPOLE_SUBJECTS : COMMUNE_SUBJECTS,
            other: {},
          },
          {
            id: "deja-contacte",
            type: "yes-no",
            label: `Avez-vous déjà écrit à la ${name} à ce sujet ?`,
          },
        ],
      },
      FACTS,
      { id: "vous", title: "Vous", hint: "Pour vous répondre.", fields: [YOU] },
    ],
  }),
};

export const INFORMATION: FormSeed = {
  slug: "demande-information",
  title: "Demande d’information",
  of: () => ({
    steps: [
      {
        id: "question",
        title: "Votre question",
        fields: [
          { id: "sujet", type: "text", label: "Sujet", maxLength: 120 },
          {
            id: "question",
            type: "long-text",
            label: "Votre question",
            maxLength: 3000,
            rows: 6,
          },
          attachments,
        ],
      },
      {
        id: "vous",
        title: "Vous",
        fields: [
          YOU,
          {
            id: "reponse",
            type: "choice",
            label: "Comment préférez-vous recevoir la réponse ?",
            options: [
              { value: "courriel", label: "Par courriel" },
              { value: "telephone", label: "Par téléphone", hint: "Aux heures d’ouverture." },
            ],
          },
        ],
      },
    ],
  }),
};
