import { when } from "@/lib/expressions/model/parse";
import { type FormSeed, PROOF_OF_ADDRESS, YOU } from "./parts";

export const RECYCLING_CARD: FormSeed = {
  slug: "carte-decheterie",
  title: "Carte d’accès aux déchèteries",
  of: () => ({
    steps: [
      {
        id: "vous",
        title: "Vous",
        fields: [
          YOU,
          {
            id: "profil",
            type: "choice",
            label: "La carte est pour",
            options: [
              { value: "particulier", label: "Mon foyer" },
              { value: "association", label: "Une association" },
              { value: "entreprise", label: "Une entreprise ou un artisan" },
            ],
          },
          {
            id: "nature",
            type: "choice",
            label: "Vous demandez",
            options: [
              { value: "premiere", label: "Une première carte" },
              { value: "perte", label: "Une carte pour remplacer une carte perdue ou volée" },
              { value: "demenagement", label: "Un changement d’adresse" },
            ],
          },
        ],
      },
      {
        id: "structure",
        title: "Votre structure",
        visibleIf: when('profil in ["association", "entreprise"]'),
        fields: [
          {
            id: "denomination",
            type: "text",
            label: "Nom",
            autocomplete: "organization",
          },
          {
            id: "siret",
            type: "text",
            label: "Numéro Siret",
            hint: "14 chiffres.",
            format: "siret",
          },
          {
            id: "vehicules",
            type: "repeat",
            label: "Véhicules",
            itemLabel: "Véhicule",
            addLabel: "Ajouter un véhicule",
            max: 5,
            fields: [
              {
                id: "immatriculation",
                type: "text",
                label: "Numéro d’immatriculation",
                hint: "Exemple : AB-123-CD.",
                format: "plate",
              },
              {
                id: "gabarit",
                type: "choice",
                label: "Gabarit",
                options: [
                  { value: "moins-5m3", label: "Moins de 5 m³" },
                  { value: "plus-5m3", label: "5 m³ ou plus" },
                ],
              },
            ],
          },
        ],
      },
      {
        id: "adresse",
        title: "Votre adresse",
        fields: [
          { id: "adresse", type: "address", label: "Adresse dans la Métropole de Lyon" },
          PROOF_OF_ADDRESS,
          {
            id: "ancienne-carte",
            type: "text",
            label: "Numéro de l’ancienne carte",
            format: "digits",
            required: false,
            visibleIf: when('nature in ["perte", "demenagement"]'),
          },
        ],
      },
    ],
  }),
};
