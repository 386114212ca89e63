import { when } from "@/lib/expressions/model/parse";
import { type FormSeed, PROOF_OF_ADDRESS, type StepInput } from "./parts";

const children: StepInput = {
  id: "enfants",
  title: "Les enfants à inscrire",
  hint: "Une seule demande suffit pour plusieurs frères et sœurs.",
  fields: [
    {
      id: "enfants",
      type: "repeat",
      label: "Enfants",
      itemLabel: "Enfant",
      addLabel: "Ajouter un enfant",
      max: 6,
      child: { familyName: "nom", givenName: "prenom", birthdate: "naissance" },
      fields: [
        { id: "nom", type: "text", label: "Nom de naissance", maxLength: 80 },
        { id: "prenom", type: "text", label: "Prénom", maxLength: 80 },
        {
          id: "naissance",
          type: "date",
          label: "Date de naissance",
          hint: "L’école est obligatoire à partir de 3 ans.",
          min: { years: -13 },
          max: { years: -2 },
          errors: { wrong: "Écrivez la date de naissance d’un enfant de 2 à 12 ans" },
        },
        {
          id: "niveau",
          type: "choice",
          label: "Classe demandée",
          options: [
            { value: "toute-petite-section", label: "Toute petite section (2 ans)" },
            { value: "petite-section", label: "Petite section" },
            { value: "moyenne-section", label: "Moyenne section" },
            { value: "grande-section", label: "Grande section" },
            { value: "cp", label: "CP" },
            { value: "ce1", label: "CE1" },
            { value: "ce2", label: "CE2" },
            { value: "cm1", label: "CM1" },
            { value: "cm2", label: "CM2" },
          ],
        },
        {
          id: "ecole-actuelle",
          type: "text",
          label: "École ou crèche actuelle",
          hint: "Son nom et sa commune, si l’enfant est déjà accueilli.",
          required: false,
        },
      ],
    },
    {
      id: "raison",
      type: "choice",
      label: "Pourquoi cette inscription ?",
      options: [
        { value: "premiere", label: "Première inscription à l’école" },
        { value: "cp", label: "Passage au CP" },
        { value: "emmenagement", label: "Emménagement dans la commune" },
        { value: "changement", label: "Changement d’école dans la commune" },
      ],
    },
  ],
};

const parents: StepInput = {
  id: "responsables",
  title: "Les responsables de l’enfant",
  fields: [
    {
      id: "demandeur",
      type: "identity",
      label: "Votre nom et vos coordonnées",
      parts: ["familyName", "givenName", "birthdate", "email", "phone"],
      optionalParts: [],
    },
    {
      id: "lien",
      type: "choice",
      label: "Vous êtes",
      options: [
        { value: "mere", label: "La mère" },
        { value: "pere", label: "Le père" },
        { value: "tuteur", label: "La tutrice ou le tuteur" },
      ],
      other: { label: "Une autre personne", textLabel: "Votre lien avec l’enfant" },
    },
    {
      id: "autorite",
      type: "choice",
      label: "Qui exerce l’autorité parentale ?",
      hint: "Les deux parents en règle générale, même séparés (article 372 du code civil).",
      options: [
        { value: "ensemble", label: "Les deux parents" },
        { value: "seul", label: "Moi seulement" },
      ],
    },
  ],
};

const otherParent: StepInput = {
  id: "autre-parent",
  title: "L’autre parent",
  hint: "Son accord est présumé. Il est prévenu de l’inscription.",
  visibleIf: when('autorite == "ensemble"'),
  fields: [
    { id: "autre-nom", type: "text", label: "Nom", maxLength: 80 },
    { id: "autre-prenom", type: "text", label: "Prénom", maxLength: 80 },
    { id: "autre-courriel", type: "email", label: "Courriel", required: false },
    { id: "autre-telephone", type: "phone", label: "Téléphone", required: false },
    {
      id: "meme-adresse",
      type: "yes-no",
      label: "L’enfant habite-t-il avec ses deux parents ?",
    },
  ],
};

const home = (place: string): StepInput => ({
  id: "logement",
  title: "Votre logement",
  hint: "L’école dépend de l’adresse où l’enfant habite.",
  fields: [
    { id: "adresse", type: "address", label: `Adresse de l’enfant à ${place}` },
    {
      id: "emmenagement",
      type: "date",
      label: "Date d’emménagement",
      hint: "Seulement si vous arrivez dans la commune.",
      required: false,
    },
    { id: "heberge", type: "yes-no", label: "Habitez-vous chez quelqu’un qui vous héberge ?" },
  ],
});

const services: StepInput = {
  id: "periscolaire",
  title: "Cantine et accueils",
  fields: [
    {
      id: "accueils",
      type: "choices",
      label: "Ce qui vous intéresse",
      hint: "Rien n’est réservé : le service vous écrira au printemps.",
      required: false,
      options: [
        { value: "cantine", label: "Cantine" },
        { value: "matin", label: "Accueil du matin, dès 7 h 30" },
        { value: "soir", label: "Accueil du soir, jusqu’à 18 h 30" },
        { value: "mercredi", label: "Centre de loisirs du mercredi" },
      ],
    },
    {
      id: "sante",
      type: "yes-no",
      label: "Un enfant a-t-il une allergie, une maladie ou un handicap à prendre en compte ?",
      hint: "Répondez seulement par oui ou non : le médecin scolaire vous appellera.",
      required: false,
    },
  ],
};

const papers: StepInput = {
  id: "justificatifs",
  title: "Vos justificatifs",
  fields: [
    {
      id: "livret",
      type: "file",
      label: "Livret de famille ou acte de naissance",
      hint: "Les pages des parents et de chaque enfant à inscrire.",
      maxCount: 6,
      errors: { missing: "Joignez le livret de famille ou un acte de naissance" },
    },
    PROOF_OF_ADDRESS,
    {
      id: "attestation-hebergement",
      type: "file",
      label: "Attestation d’hébergement et pièce d’identité de la personne qui vous héberge",
      visibleIf: when("heberge == True"),
      maxCount: 3,
    },
    {
      id: "vaccins",
      type: "file",
      label: "Carnet de santé : pages des vaccinations",
      maxCount: 6,
      errors: { missing: "Joignez les pages des vaccinations de chaque enfant" },
    },
    {
      id: "radiation",
      type: "file",
      label: "Certificat de radiation de l’ancienne école",
      visibleIf: when('raison in ["emmenagement", "changement"]'),
      hint: "Pas encore reçu ? Vous pourrez l’envoyer ensuite.",
      required: false,
    },
    {
      id: "informations",
      type: "consent",
      label: "J’accepte de recevoir par courriel les informations du service Affaires scolaires.",
      hint: "Facultatif. Vous pouvez vous désabonner à tout moment.",
      required: false,
    },
  ],
};

export const SCHOOL_ENROLMENT: FormSeed = {
  slug: "inscription-scolaire",
  title: "Inscription à l’école",
  of: ({ place }) => ({
    declaration:
      "Je déclare que ces informations sont exactes et que j’exerce l’autorité parentale sur les enfants à inscrire.",
    steps: [children, parents, otherParent, home(place), services, papers],
  }),
};
