import { when } from "@/lib/expressions/model/parse";
import { type FormSeed, type StepInput, YOU } from "./parts";

const what = (place: string): StepInput => ({
  id: "tag",
  title: "Le tag",
  fields: [
    { id: "adresse", type: "address", label: `Adresse du mur tagué à ${place}` },
    {
      id: "support",
      type: "choice",
      label: "Sur quoi ?",
      options: [
        { value: "facade", label: "Une façade ou un mur" },
        { value: "porte", label: "Une porte, un rideau de magasin ou une vitrine" },
        { value: "mobilier", label: "Un banc, un poteau ou un autre équipement public" },
      ],
      other: {},
    },
    {
      id: "bien",
      type: "choice",
      label: "À qui est ce mur ?",
      options: [
        { value: "prive", label: "À moi ou à ma copropriété" },
        { value: "loue", label: "À mon propriétaire" },
        { value: "public", label: "À la Ville ou à une autre administration" },
        { value: "inconnu", label: "Je ne sais pas" },
      ],
    },
    {
      id: "surface",
      type: "number",
      label: "Surface à nettoyer, environ",
      hint: "Une porte fait à peu près 2 m².",
      unit: "m²",
      min: 1,
      max: 500,
    },
    {
      id: "injurieux",
      type: "yes-no",
      label: "Le tag est-il raciste, sexiste ou injurieux ?",
      hint: "Dans ce cas, l’équipe passe sous deux jours ouvrés.",
    },
    {
      id: "photo",
      type: "file",
      label: "Photo du tag",
      hint: "Prise de face, avec le numéro de la rue si possible.",
      accept: ["image/jpeg", "image/png"],
      maxCount: 3,
      errors: { missing: "Joignez une photo du tag" },
    },
  ],
});

const consent: StepInput = {
  id: "autorisation",
  title: "Votre autorisation",
  visibleIf: when('bien in ["prive", "loue"]'),
  fields: [
    {
      id: "hauteur",
      type: "yes-no",
      label: "Le tag monte-t-il à plus de 3 mètres ?",
      hint: "Au-delà, une nacelle est nécessaire.",
    },
    {
      id: "accord",
      type: "consent",
      label:
        "J’autorise la Ville à intervenir sur ce mur, et j’accepte qu’il puisse garder une légère trace.",
      errors: { missing: "Donnez votre autorisation pour que l’équipe puisse intervenir" },
    },
    {
      id: "mandat",
      type: "file",
      label: "Accord écrit du propriétaire ou du syndic",
      visibleIf: when('bien == "loue"'),
    },
  ],
};

export const GRAFFITI_REMOVAL: FormSeed = {
  slug: "enlevement-tags",
  title: "Enlèvement d’un tag",
  of: ({ place }) => ({
    steps: [what(place), consent, { id: "vous", title: "Vous", fields: [YOU] }],
  }),
};
