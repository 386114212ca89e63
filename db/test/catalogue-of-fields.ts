import type { FormDefinitionInput } from "@/lib/forms/schemas";

const options = [
  { value: "matin", label: "Le matin" },
  { value: "midi", label: "À midi" },
  { value: "soir", label: "Le soir" },
];

const days = ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi"].map((label) => ({
  value: label.toLowerCase(),
  label,
}));

const quality = ["Mauvais", "Moyen", "Bon"].map((label) => ({
  value: label.toLowerCase(),
  label,
}));

type Step = FormDefinitionInput["steps"][number];

const texts: Step = {
  id: "textes",
  title: "Textes et numéros",
  fields: [
    { id: "titre", type: "heading", text: "Vous et votre structure" },
    { id: "texte", type: "text", label: "Objet", maxLength: 60 },
    { id: "long", type: "long-text", label: "Racontez", required: false },
    { id: "siret", type: "text", format: "siret", label: "Numéro SIRET", required: false },
    { id: "rna", type: "text", format: "rna", label: "Numéro RNA", required: false },
    { id: "iban", type: "text", format: "iban", label: "IBAN", required: false },
    {
      ...{ id: "nir", type: "text", format: "nir", label: "Numéro de sécurité sociale" },
      ...{ sensitivity: "sensitive", anonymise: "sooner", required: false },
    },
    { id: "plaque", type: "text", format: "plate", label: "Immatriculation", required: false },
    { id: "sous-titre", type: "heading", level: "subtitle", text: "Pour vous joindre" },
    { id: "courriel", type: "email", label: "Adresse e-mail", required: false },
    { id: "telephone", type: "phone", label: "Téléphone", required: false },
    {
      ...{ id: "canal", type: "text", label: "Arrivé par", required: false },
      prefill: { from: "constant", value: "le site de la ville", locked: true },
    },
    {
      ...{ id: "origine", type: "hidden", label: "Origine" },
      prefill: { from: "constant", value: "site" },
    },
  ],
};

const numbers: Step = {
  id: "nombres",
  title: "Nombres, dates et heures",
  fields: [
    { id: "nombre", type: "number", label: "Longueur", unit: "m", decimals: 2 },
    { id: "prix", type: "currency", label: "Prix du repas" },
    { id: "note", type: "rating", label: "Votre avis sur l’accueil" },
    { id: "note-dix", type: "rating", label: "Votre avis sur le bruit", max: 10, required: false },
    { id: "date", type: "date", label: "Date du déménagement" },
    { id: "depuis", type: "partial-date", label: "Depuis quand habitez-vous ici\u202f?" },
    { id: "moment", type: "date-time", label: "Début de la fête" },
    { id: "heure", type: "time", label: "Heure du passage" },
    { id: "plage", type: "time-range", label: "Quand pouvons-nous appeler\u202f?" },
    {
      ...{ id: "double", type: "computed", label: "Prix pour deux", as: "currency" },
      ...{ shownIn: ["summary"] },
      value: { op: "*", left: { op: "ref", path: "prix" }, right: { op: "value", value: 2 } },
    },
  ],
};

const choices: Step = {
  id: "choix",
  title: "Choix et listes",
  fields: [
    { id: "oui", type: "yes-no", label: "Êtes-vous déjà venu\u202f?" },
    { id: "un", type: "choice", label: "Quand venez-vous\u202f?", options, other: {} },
    { id: "plusieurs", type: "choices", label: "Quels jours\u202f?", options: days, max: 3 },
    {
      ...{ id: "lieu", type: "linked-choice", label: "Où est-ce\u202f?" },
      levels: ["Commune", "Équipement"],
      options: [
        { value: "bron", label: "Bron" },
        { value: "dardilly", label: "Dardilly" },
        { value: "piscine", label: "Piscine André-Sousi", parent: "bron" },
        { value: "parc", label: "Parc de Parilly", parent: "bron" },
        { value: "salle", label: "Salle de l’Aqueduc", parent: "dardilly" },
      ],
    },
    { id: "rang", type: "ranking", label: "Classez ces moments", options, top: 2 },
    {
      ...{ id: "grille", type: "matrix", label: "Que pensez-vous de ces points\u202f?" },
      rows: [
        { value: "proprete", label: "La propreté du quartier" },
        { value: "bruit", label: "Le bruit la nuit" },
      ],
      columns: quality,
    },
    {
      ...{ id: "materiel", type: "repeat", label: "Matériel", look: "table" },
      ...{ itemLabel: "Ligne", addLabel: "Ajouter une ligne", min: 2 },
      fields: [
        { id: "objet", type: "text", label: "Objet", maxLength: 40 },
        { id: "nombre", type: "number", label: "Nombre" },
        { id: "cout", type: "currency", label: "Prix", required: false },
      ],
    },
    { id: "accord", type: "consent", label: "J’ai lu le règlement." },
  ],
};

const places: Step = {
  id: "lieux",
  title: "Lieux, fichiers et signature",
  fields: [
    { id: "identite", type: "identity" },
    { id: "commune", type: "commune", label: "Commune" },
    { id: "adresse", type: "address", label: "Adresse", required: false },
    { id: "point", type: "map", label: "Où se trouve l’arbre\u202f?" },
    { id: "trace", type: "map", geometry: "line", label: "Trajet", required: false },
    { id: "photo", type: "file", label: "Photo", required: false },
    { id: "explication", type: "explanation", tone: "info", text: "Relisez avant de signer." },
    {
      ...{ id: "payer", type: "payment-link", label: "Payer en ligne" },
      url: "https://www.payfip.gouv.fr/",
    },
    { id: "signature", type: "signature", label: "Votre signature" },
  ],
};

/** A form with every type of field, for tests and for who wants to see them all. */
export const CATALOGUE_OF_FIELDS: FormDefinitionInput = {
  title: "Catalogue des champs",
  steps: [texts, numbers, choices, places],
};
