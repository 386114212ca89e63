import { BIRTH_CERTIFICATE } from "@/db/seed/forms/acte-naissance";
import { GRAFFITI_REMOVAL } from "@/db/seed/forms/enlevement-tags";
import { SCHOOL_ENROLMENT } from "@/db/seed/forms/inscription-scolaire";
import { MOVING_PARKING } from "@/db/seed/forms/stationnement-demenagement";
import {
  cleaning,
  NO_DECISION,
  type ProcedureSeed,
  REMEDIES,
  registry,
  roads,
  schools,
} from "./model";

const LYON_SITE = "https://www.lyon.fr/";

/** Procedures that a commune provides for its own residents. */
export const COMMUNE_PROCEDURES: readonly ProcedureSeed[] = [
  {
    slug: "inscription-scolaire",
    title: "Inscrire un enfant à l’école",
    summary:
      "Pour une première rentrée en maternelle, un passage au CP ou une arrivée dans la commune.",
    category: "children",
    audience: "individuals",
    kind: "service",
    synonyms: [
      "école",
      "maternelle",
      "élémentaire",
      "primaire",
      "CP",
      "rentrée",
      "scolarité",
      "cantine",
      "enfant",
    ],
    popularity: 95,
    form: SCHOOL_ENROLMENT,
    workflow: "instruction",
    isOpenToAnonymous: true,
    price: "Gratuit",
    legalDelayDays: 60,
    silence: "acceptance",
    units: schools,
    links: { lyon: LYON_SITE },
    content: ({ place }) => ({
      audience: `Les enfants de 2 à 11 ans qui habitent ${place}, ou qui vont y habiter. La personne qui inscrit l’enfant exerce l’autorité parentale.`,
      deadline: "De janvier à mars pour la rentrée ; toute l’année après un déménagement",
      papers: [
        {
          title: "Livret de famille ou acte de naissance",
          note: "Les pages des parents et de l’enfant",
        },
        { title: "Justificatif de domicile de moins de 3 mois" },
        { title: "Carnet de santé", note: "Les pages des vaccinations" },
        {
          title: "Certificat de radiation",
          note: "Seulement si l’enfant vient d’une autre école",
        },
        {
          title: "Attestation d’hébergement",
          note: "Seulement si quelqu’un vous héberge",
        },
      ],
      next: [
        "Le service Affaires scolaires vérifie vos justificatifs. S’il en manque un, il vous écrit.",
        "Vous recevez un certificat d’inscription avec le nom de l’école.",
        "Vous prenez rendez-vous avec la directrice ou le directeur pour l’admission.",
      ],
      remedies: REMEDIES,
      retention:
        "Vos réponses sont gardées pendant la scolarité de l’enfant dans la commune, puis effacées.",
    }),
  },
  {
    slug: "stationnement-demenagement",
    title: "Stationner un camion de déménagement",
    summary:
      "Réservez quelques mètres de rue devant votre logement, pour un camion ou un monte-meubles.",
    category: "housing",
    audience: "individuals",
    kind: "service",
    synonyms: [
      "déménager",
      "déménagement",
      "emménager",
      "autorisation de stationnement",
      "place de parking",
      "monte-meubles",
      "arrêté",
      "camion",
    ],
    popularity: 100,
    form: MOVING_PARKING,
    workflow: "autorisation",
    isOpenToAnonymous: true,
    price: "Gratuit pour les particuliers",
    legalDelayDays: 60,
    silence: "refusal",
    units: roads,
    links: { lyon: LYON_SITE },
    content: ({ place }) => ({
      audience: `Toute personne qui emménage à ${place} ou qui quitte la commune. Une entreprise de déménagement peut faire la demande pour vous.`,
      deadline: "15 jours avant, au plus tard",
      papers: [
        { title: "Justificatif de domicile de moins de 3 mois" },
        {
          title: "Devis accepté",
          note: "Seulement si une entreprise fait la demande",
        },
        { title: "Numéro d’immatriculation du véhicule", note: "Si vous le connaissez déjà" },
      ],
      next: [
        "Le service Voirie étudie votre demande.",
        "Vous recevez l’arrêté par courriel. Affichez-le derrière le pare-brise.",
        "La Ville pose les panneaux 7 jours avant la date.",
      ],
      remedies: REMEDIES,
      retention: "Vos réponses sont gardées un an après la décision, puis effacées.",
    }),
  },
  {
    slug: "enlevement-tags",
    title: "Faire enlever un tag",
    summary: "Une équipe nettoie les tags visibles depuis la rue, jusqu’à 3 mètres de haut.",
    category: "streets",
    audience: "individuals",
    kind: "service",
    synonyms: [
      "graffiti",
      "graffitis",
      "graff",
      "tags",
      "nettoyer un mur",
      "façade",
      "peinture",
      "dégradation",
    ],
    popularity: 60,
    form: GRAFFITI_REMOVAL,
    workflow: "traitement",
    isOpenToAnonymous: true,
    price: "Gratuit",
    legalDelayDays: 60,
    silence: "none",
    units: cleaning,
    links: { lyon: LYON_SITE },
    content: ({ place }) => ({
      audience: `Les propriétaires, locataires, syndics et commerçants de ${place}, pour un mur visible depuis la rue.`,
      papers: [
        { title: "Photo du tag", note: "Prise de face" },
        {
          title: "Accord écrit du propriétaire ou du syndic",
          note: "Seulement si vous êtes locataire",
        },
      ],
      next: [
        "Le service Propreté vérifie que l’équipe peut intervenir.",
        "Le tag est effacé, en deux jours ouvrés s’il est injurieux.",
        "Vous recevez un message quand c’est fait.",
      ],
      remedies: NO_DECISION,
      retention: "Vos réponses sont gardées six mois après l’intervention, puis effacées.",
    }),
  },
  {
    slug: "acte-naissance",
    title: "Demander un acte de naissance",
    summary: "Copie intégrale ou extrait, pour une personne née dans la commune.",
    category: "papers",
    audience: "individuals",
    kind: "service",
    synonyms: [
      "état civil",
      "extrait",
      "copie intégrale",
      "certificat de naissance",
      "filiation",
      "mariage",
      "pacs",
    ],
    popularity: 90,
    form: BIRTH_CERTIFICATE,
    workflow: "instruction",
    isOpenToAnonymous: true,
    price: "Gratuit",
    legalDelayDays: 60,
    silence: "refusal",
    units: registry,
    links: { lyon: LYON_SITE },
    content: ({ place }) => ({
      audience: `Toute personne née à ${place}. Sa famille proche et son représentant légal peuvent aussi la demander ; un extrait sans filiation est ouvert à tous.`,
      papers: [
        {
          title: "Pièce d’identité",
          note: "Sauf pour un extrait sans filiation",
        },
        {
          title: "Document qui prouve votre lien",
          note: "Seulement si l’acte n’est pas le vôtre",
        },
      ],
      next: [
        "Le service de l’état civil vérifie que vous pouvez obtenir ce document.",
        "L’acte vous est envoyé par courrier, sous pli fermé.",
      ],
      remedies:
        "En cas de refus, vous pouvez saisir le procureur de la République près le tribunal judiciaire de Lyon.",
      retention: "Vos réponses sont gardées un an après l’envoi, puis effacées.",
    }),
  },
];
