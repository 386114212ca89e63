import { when } from "@/lib/expressions/model/parse";
import { type FormSeed, YOU } from "./parts";

export const SORTING_BIN: FormSeed = {
  slug: "bac-tri",
  title: "Bac de tri ou bac gris",
  of: () => ({
    steps: [
      {
        id: "bac",
        title: "Le bac",
        fields: [
          {
            id: "nature",
            type: "choice",
            label: "Que voulez-vous ?",
            options: [
              { value: "nouveau", label: "Un premier bac" },
              { value: "casse", label: "Faire réparer ou remplacer un bac abîmé" },
              { value: "vole", label: "Remplacer un bac volé" },
              { value: "taille", label: "Un bac plus grand ou plus petit" },
            ],
          },
          {
            id: "couleur",
            type: "choices",
            label: "Quel bac ?",
            options: [
              { value: "jaune", label: "Bac de tri (couvercle jaune)" },
              { value: "gris", label: "Bac d’ordures ménagères (couvercle gris)" },
            ],
          },
          { id: "foyer", type: "number", label: "Personnes dans le foyer", min: 1, max: 20 },
        ],
      },
      {
        id: "details",
        title: "L’adresse",
        fields: [
          { id: "adresse", type: "address", label: "Adresse du bac" },
          {
            id: "photo",
            type: "file",
            label: "Photo du bac abîmé",
            accept: ["image/jpeg", "image/png"],
            required: false,
            maxCount: 2,
            visibleIf: when('nature == "casse"'),
          },
          {
            id: "depot-plainte",
            type: "explanation",
            text: "Inutile de porter plainte pour un bac volé : signez simplement la déclaration à la fin.",
            visibleIf: when('nature == "vole"'),
          },
        ],
      },
      { id: "vous", title: "Vous", fields: [YOU] },
    ],
  }),
};
