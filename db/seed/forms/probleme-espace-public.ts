import { when } from "@/lib/expressions/model/parse";
import { type FormSeed, YOU } from "./parts";

export const STREET_PROBLEM: FormSeed = {
  slug: "probleme-espace-public",
  title: "Problème dans la rue",
  of: () => ({
    steps: [
      {
        id: "probleme",
        title: "Le problème",
        fields: [
          {
            id: "danger",
            type: "explanation",
            tone: "warning",
            title: "Un danger immédiat ?",
            text: "Odeur de gaz, câble électrique à terre, effondrement : appelez le 18 ou le 112.",
          },
          {
            id: "nature",
            type: "choice",
            label: "Que se passe-t-il ?",
            options: [
              { value: "chaussee", label: "Trou ou chaussée abîmée" },
              { value: "trottoir", label: "Trottoir abîmé ou encombré" },
              { value: "depot", label: "Dépôt sauvage ou encombrants" },
              { value: "arbre", label: "Arbre ou branche dangereux" },
              { value: "feu", label: "Feu tricolore ou panneau en panne" },
              { value: "egout", label: "Bouche d’égout bouchée ou ouverte" },
            ],
            other: {},
          },
          {
            id: "description",
            type: "long-text",
            label: "Décrivez le problème",
            hint: "Sa taille, depuis quand, qui est gêné.",
            maxLength: 1500,
          },
        ],
      },
      {
        id: "lieu",
        title: "L’endroit",
        fields: [
          { id: "adresse", type: "address", label: "Adresse la plus proche" },
          {
            id: "precision",
            type: "text",
            label: "Pour trouver facilement",
            hint: "Exemple : devant l’arrêt de bus, côté parc.",
            required: false,
          },
          {
            id: "passants",
            type: "yes-no",
            label: "Quelqu’un peut-il se blesser ?",
            visibleIf: when('nature in ["chaussee", "trottoir", "arbre", "egout", "feu"]'),
          },
          {
            id: "photo",
            type: "file",
            label: "Photos",
            hint: "Évitez les visages et les plaques d’immatriculation.",
            accept: ["image/jpeg", "image/png"],
            required: false,
            maxCount: 4,
          },
        ],
      },
      { id: "vous", title: "Vous", hint: "Pour vous dire quand c’est réparé.", fields: [YOU] },
    ],
  }),
};
