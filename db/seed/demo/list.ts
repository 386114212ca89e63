import {
  accepted,
  answered,
  asked,
  closed,
  completed,
  received,
  refused,
  reviewed,
  type Story,
  sent,
  withdrawn,
  withMessages,
} from "./stories";

/** One request of the demo: what, to whom, by whom, sent how many days ago, and what happened then. */
export type RequestSeed = {
  procedure: string;
  body: string;
  by: string;
  ago: number;
  /** Null: a draft, still being filled. */
  story: Story | null;
  channel?: "phone" | "counter" | "mail";
};

const row = (
  procedure: string,
  body: string,
  by: string,
  ago: number,
  story: Story | null,
  channel?: RequestSeed["channel"],
): RequestSeed => ({ procedure, body, by, ago, story, ...(channel && { channel }) });

const [SAMIRA, ANTOINE, FATOUMATA] = ["usager.bron", "usager.lyon", "usager.vaulx"];
const [MOVING, SCHOOL, TAG, BIRTH] = [
  "stationnement-demenagement",
  "inscription-scolaire",
  "enlevement-tags",
  "acte-naissance",
];
const [STREET, CARD, BIN, PASS] = [
  "probleme-espace-public",
  "carte-decheterie",
  "bac-tri",
  "pass-urbain",
];
const [COMPLAINT, QUESTION] = ["reclamation", "demande-information"];

const PLATE =
  "Quel est le numéro d’immatriculation du camion ? Le service en a besoin pour rédiger l’arrêté.";
const PROOF =
  "Le justificatif de domicile a plus de 3 mois. Pouvez-vous en joindre un plus récent ?";
const CLEANED = "L’équipe est passée : le tag est effacé. Merci de l’avoir signalé.";
const REPAIRED = "L’équipe du secteur est passée : c’est réparé. Merci pour votre message.";

const BRON: RequestSeed[] = [
  row(
    MOVING,
    "bron",
    SAMIRA,
    4,
    withMessages(
      asked(2, PLATE, 12),
      [
        0,
        "applicant",
        "Bonjour, le camion sera loué la veille. Puis-je vous donner sa plaque plus tard ?",
      ],
      [
        2,
        "agent",
        "Bonjour Madame Benali, oui, mais il nous la faut avant de rédiger l’arrêté. Merci et bonne journée.",
      ],
    ),
  ),
  row(MOVING, "bron", "marc", 1, received),
  row(
    MOVING,
    "bron",
    "lea",
    3,
    reviewed(1, "Travaux rue Guillermin cette semaine-là : vérifier avec la Métropole."),
  ),
  row(MOVING, "bron", "yanis", 9, asked(2, PLATE)),
  row(MOVING, "bron", "bruno", 70, reviewed(3, "Rappelé deux fois, sans réponse.")),
  row(MOVING, "bron", SAMIRA, 160, accepted(4)),
  row(MOVING, "bron", "odile", 20, accepted(3)),
  row(MOVING, "bron", "tomas", 27, accepted(5)),
  row(MOVING, "bron", "aicha", 35, completed(6, PLATE, "C’est FT-482-KB, un camion de location.")),
  row(MOVING, "bron", "mei", 44, accepted(4)),
  row(
    MOVING,
    "bron",
    "lea",
    58,
    refused(
      5,
      "Le stationnement est interdit à cet endroit : c’est une voie réservée aux bus. Vous pouvez faire une nouvelle demande pour le 14 de la même rue.",
    ),
  ),
  row(MOVING, "bron", "marc", 66, accepted(2)),
  row(MOVING, "bron", "yanis", 81, accepted(6)),
  row(MOVING, "bron", "bruno", 97, withdrawn(3)),
  row(MOVING, "bron", "aicha", 110, accepted(5)),
  row(MOVING, "bron", "mei", 131, accepted(3), "phone"),
  row(MOVING, "bron", "tomas", 149, accepted(4)),
  row(SCHOOL, "bron", SAMIRA, 40, completed(9, PROOF, "Voici la facture d’octobre.")),
  row(SCHOOL, "bron", "mei", 6, reviewed(2)),
  row(SCHOOL, "bron", "tomas", 2, received),
  row(TAG, "bron", SAMIRA, 12, closed(3, CLEANED)),
  row(TAG, "bron", "odile", 5, reviewed(1), "counter"),
  row(BIRTH, "bron", "marc", 8, reviewed(2)),
  row(BIRTH, "bron", SAMIRA, 75, accepted(3)),
  row(QUESTION, "bron", SAMIRA, 0, sent),
  row(
    COMPLAINT,
    "bron",
    "odile",
    24,
    closed(
      11,
      "Un second passage est prévu chaque samedi jusqu’à la fin de l’hiver. Le service vous remercie de votre patience.",
    ),
    "mail",
  ),
  row(SCHOOL, "bron", SAMIRA, 3, null),
];

const VAULX: RequestSeed[] = [
  row(
    SCHOOL,
    "vaulx",
    FATOUMATA,
    7,
    asked(3, "La page des vaccinations est illisible. Pouvez-vous la reprendre en photo ?", 10),
  ),
  row(SCHOOL, "vaulx", "yanis", 15, reviewed(4)),
  row(SCHOOL, "vaulx", "aicha", 52, accepted(12)),
  row(SCHOOL, "vaulx", "lea", 90, accepted(10)),
  row(MOVING, "vaulx", FATOUMATA, 120, accepted(6)),
  row(MOVING, "vaulx", "bruno", 11, answered(2, PLATE, "GH-731-PL.")),
  row(MOVING, "vaulx", "mei", 1, received),
  row(TAG, "vaulx", FATOUMATA, 30, closed(5, CLEANED)),
  row(TAG, "vaulx", "marc", 6, reviewed(2)),
  row(
    BIRTH,
    "vaulx",
    FATOUMATA,
    62,
    refused(
      4,
      "Cette naissance n’est pas inscrite dans nos registres : elle a été déclarée à Lyon 8e. Adressez votre demande à la mairie de Lyon.",
    ),
  ),
  row(BIRTH, "vaulx", "tomas", 3, received),
  row(
    QUESTION,
    "vaulx",
    FATOUMATA,
    18,
    closed(
      2,
      "La piscine ouvre tous les jours des vacances, de 10 h à 18 h, sauf le 25 décembre et le 1er janvier.",
    ),
  ),
  row(
    COMPLAINT,
    "vaulx",
    "odile",
    33,
    reviewed(5, "Transmis au service Propreté, réponse attendue."),
  ),
];

const METROPOLE: RequestSeed[] = [
  row(
    STREET,
    "metropole",
    ANTOINE,
    5,
    withMessages(
      reviewed(1),
      [2, "applicant", "Le trou s’agrandit, un vélo est tombé ce matin."],
      [3, "agent", "Merci. Une équipe le met en sécurité aujourd’hui."],
    ),
  ),
  row(STREET, "metropole", ANTOINE, 47, closed(4, REPAIRED)),
  row(STREET, "metropole", SAMIRA, 21, closed(6, REPAIRED)),
  row(STREET, "metropole", "lea", 2, received),
  row(STREET, "metropole", "bruno", 84, closed(2, REPAIRED), "phone"),
  row(STREET, "metropole", "aicha", 0, sent),
  row(CARD, "metropole", ANTOINE, 14, asked(2, PROOF)),
  row(CARD, "metropole", "tomas", 101, accepted(8)),
  row(CARD, "metropole", "mei", 4, reviewed(2)),
  row(BIN, "metropole", SAMIRA, 9, reviewed(2)),
  row(BIN, "metropole", FATOUMATA, 140, closed(13, "Votre bac a été livré ce matin.")),
  row(BIN, "metropole", "odile", 17, withdrawn(1)),
  row(
    PASS,
    "metropole",
    FATOUMATA,
    26,
    completed(
      7,
      "L’attestation de la CAF est coupée en bas. Pouvez-vous la joindre en entier ?",
      "Voici l’attestation entière.",
    ),
  ),
  row(
    PASS,
    "metropole",
    ANTOINE,
    150,
    refused(9, "Votre quotient familial dépasse le plafond de 712 €."),
  ),
  row(PASS, "metropole", FATOUMATA, 1, null),
  row(
    COMPLAINT,
    "metropole",
    ANTOINE,
    38,
    closed(
      15,
      "Nous avons retrouvé votre courrier du 3 : une réponse complète vous est envoyée ce jour.",
    ),
  ),
];

const OTHERS: RequestSeed[] = [
  row(MOVING, "oullins", ANTOINE, 10, accepted(5)),
  row(TAG, "oullins", "bruno", 6, received),
  row(SCHOOL, "oullins", "marc", 19, reviewed(4)),
  row(
    QUESTION,
    "dardilly",
    "lea",
    13,
    closed(1, "La salle se réserve à l’accueil, avec un acompte de 100 €."),
  ),
  row(MOVING, "dardilly", "odile", 4, reviewed(1)),
];

export const REQUESTS: readonly RequestSeed[] = [...BRON, ...VAULX, ...METROPOLE, ...OTHERS];
