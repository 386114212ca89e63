import { when } from "@/lib/expressions/model/parse";
import { type FormSeed, PROOF_OF_ADDRESS, type StepInput, YOU } from "./parts";

const you: StepInput = {
  id: "vous",
  title: "Vous",
  fields: [
    YOU,
    {
      id: "qualite",
      type: "choice",
      label: "Vous faites la demande",
      options: [
        { value: "particulier", label: "Pour mon déménagement" },
        { value: "entreprise", label: "Pour une entreprise de déménagement" },
      ],
    },
  ],
};

const company: StepInput = {
  id: "entreprise",
  title: "L’entreprise",
  visibleIf: when('qualite == "entreprise"'),
  fields: [
    {
      id: "raison-sociale",
      type: "text",
      label: "Nom de l’entreprise",
      autocomplete: "organization",
    },
    {
      id: "siret",
      type: "text",
      label: "Numéro Siret",
      hint: "14 chiffres.",
      format: "siret",
      errors: { wrong: "Écrivez les 14 chiffres du numéro Siret" },
    },
    {
      id: "devis",
      type: "file",
      label: "Devis accepté par le client",
      errors: { missing: "Joignez le devis accepté par le client" },
    },
  ],
};

const where = (place: string): StepInput => ({
  id: "lieu",
  title: "Où et quand ?",
  fields: [
    { id: "adresse", type: "address", label: `Adresse du stationnement à ${place}` },
    {
      id: "date-debut",
      type: "date",
      label: "Du",
      hint: "Au plus tôt 15 jours après votre demande : il faut le temps de prendre l’arrêté et de poser les panneaux.",
      min: { days: 15 },
      max: { days: 365 },
      errors: { wrong: "Choisissez une date qui laisse 15 jours au service" },
    },
    {
      id: "date-fin",
      type: "date",
      label: "Au",
      hint: "Trois jours au plus.",
      min: { field: "date-debut" },
      max: { field: "date-debut", days: 2 },
      errors: { wrong: "Choisissez une date de fin dans les trois jours" },
    },
    {
      id: "creneau",
      type: "choice",
      label: "Créneau",
      options: [
        { value: "matin", label: "De 7 h à 13 h" },
        { value: "apres-midi", label: "De 13 h à 19 h" },
        { value: "journee", label: "Toute la journée" },
      ],
    },
  ],
});

const vehicle: StepInput = {
  id: "vehicule",
  title: "Votre véhicule",
  fields: [
    {
      id: "vehicule",
      type: "choice",
      label: "Qu’allez-vous stationner ?",
      options: [
        { value: "utilitaire", label: "Une camionnette (jusqu’à 12 m³)" },
        { value: "camion", label: "Un camion (de 12 à 30 m³)" },
        { value: "poids-lourd", label: "Un poids lourd (plus de 30 m³)" },
        { value: "monte-meubles", label: "Un monte-meubles" },
      ],
      other: {},
    },
    {
      id: "longueur",
      type: "number",
      label: "Longueur à réserver",
      hint: "Une place fait 5 mètres. Comptez 2 mètres de plus pour charger.",
      unit: "m",
      min: 3,
      max: 30,
    },
    {
      id: "immatriculation",
      type: "text",
      label: "Numéro d’immatriculation",
      hint: "Exemple : AB-123-CD. Laissez vide si vous ne le connaissez pas encore.",
      format: "plate",
      required: false,
    },
    PROOF_OF_ADDRESS,
    {
      id: "plan",
      type: "file",
      label: "Plan ou photo de l’emplacement",
      required: false,
      maxCount: 3,
    },
  ],
};

export const MOVING_PARKING: FormSeed = {
  slug: "stationnement-demenagement",
  title: "Autorisation de stationnement pour un déménagement",
  of: ({ place }) => ({ steps: [you, company, where(place), vehicle] }),
};
