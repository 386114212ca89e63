import { when } from "@/lib/expressions/model/parse";
import { type FormSeed, type StepInput, YOU } from "./parts";

const BIRTH: StepInput = {
  id: "naissance",
  title: "La naissance",
  fields: [
    { id: "nom-naissance", type: "text", label: "Nom de naissance", maxLength: 100 },
    { id: "prenoms", type: "text", label: "Prénoms, dans l’ordre de l’état civil" },
    { id: "date-naissance", type: "date", label: "Date de naissance", max: { days: 0 } },
    {
      id: "parent-1",
      type: "text",
      label: "Nom et prénoms du premier parent",
      hint: "Nécessaires pour un document avec filiation.",
      visibleIf: when('type-acte in ["integrale", "avec-filiation"]'),
    },
    {
      id: "parent-2",
      type: "text",
      label: "Nom et prénoms du second parent",
      required: false,
      visibleIf: when('type-acte in ["integrale", "avec-filiation"]'),
    },
  ],
};

const DELIVERY: StepInput = {
  id: "envoi",
  title: "Vous et l’envoi",
  fields: [
    YOU,
    { id: "adresse", type: "address", label: "Adresse où envoyer le document" },
    {
      id: "piece-identite",
      type: "file",
      label: "Votre pièce d’identité",
      hint: "Carte d’identité recto verso, passeport ou titre de séjour.",
      maxCount: 2,
      visibleIf: when('type-acte in ["integrale", "avec-filiation"]'),
    },
    {
      id: "preuve-lien",
      type: "file",
      label: "Document qui prouve votre lien avec la personne",
      hint: "Livret de famille, mandat ou décision de justice.",
      maxCount: 3,
      visibleIf: when('pour-qui != "moi" and type-acte != "sans-filiation"'),
    },
  ],
};

export const BIRTH_CERTIFICATE: FormSeed = {
  slug: "acte-naissance",
  title: "Acte de naissance",
  of: ({ place }) => ({
    steps: [
      {
        id: "acte",
        title: "L’acte demandé",
        fields: [
          {
            id: "lieu-naissance",
            type: "explanation",
            tone: "info",
            text: `La mairie délivre seulement les actes des personnes nées à ${place}. Pour une naissance à l’étranger, écrivez au service central d’état civil, à Nantes.`,
          },
          {
            id: "type-acte",
            type: "choice",
            label: "Quel document vous faut-il ?",
            options: [
              { value: "integrale", label: "Copie intégrale" },
              { value: "avec-filiation", label: "Extrait avec filiation" },
              { value: "sans-filiation", label: "Extrait sans filiation" },
            ],
          },
          {
            id: "pour-qui",
            type: "choice",
            label: "De qui est l’acte ?",
            options: [
              { value: "moi", label: "De moi" },
              { value: "conjoint", label: "De mon époux, mon épouse ou partenaire de Pacs" },
              { value: "enfant", label: "De mon enfant" },
              { value: "parent", label: "De mon père, ma mère ou un grand-parent" },
            ],
            other: { label: "D’une autre personne", textLabel: "À quel titre le demandez-vous ?" },
          },
          {
            id: "exemplaires",
            type: "number",
            label: "Nombre d’exemplaires",
            min: 1,
            max: 5,
          },
        ],
      },
      BIRTH,
      DELIVERY,
    ],
  }),
};
