import { formatDay, formatFullDayTime } from "@/lib/format/date";
import { formatPhone } from "@/lib/format/phone";
import { frenchSpaces, lowerFirst, subjectName } from "@/lib/format/text";
import type { Silence } from "@/lib/procedures/model";

type Sent = {
  reference: string;
  title: string;
  submittedAt: Date;
  /** Who filed it in somebody's name, under a mandate. */
  helperName: string | null;
  applicantName: string | null;
  deadlineAt: Date | null;
  silence: Silence;
  organisationName: string;
  organisationPhone: string;
  organisationEmail: string;
  organisationAddress: string;
  organisationHours: string;
  unitName: string;
  unitPhone: string | null;
  unitEmail: string | null;
  unitHours: string | null;
  content: { next: string[]; remedies: string };
};

/** A name and what is said of it, one entry per line. */
export type Fact = { name: string; lines: string[] };

/** What no answer by then means: CRPA L231-1 (acceptance), L231-4 (refusal), L232-3 (attestation), L114-5 (pause). */
export function delaySentences({ deadlineAt, silence, organisationName }: Sent): string[] {
  if (!deadlineAt || silence === "none")
    return [
      `${subjectName(organisationName)} vous répondra. Cette demande ne donne pas lieu à une décision soumise à un délai légal.`,
    ];
  const day = formatDay(deadlineAt);
  const meaning =
    silence === "acceptance"
      ? `Sans réponse à cette date, votre demande est acceptée (article L231-1 du code des relations entre le public et l’administration). Vous pourrez demander une attestation de cette acceptation.`
      : `Sans réponse à cette date, votre demande est refusée (article L231-4 du code des relations entre le public et l’administration).`;
  return [
    `${subjectName(organisationName)} a jusqu’au ${day} pour vous répondre.`,
    meaning,
    "Si le service vous demande un complément, ce délai s’arrête jusqu’à votre réponse.",
  ];
}

/** « Si vous n’êtes pas d’accord : vous pouvez… »; nothing when the procedure says nothing. */
export const remedySentence = ({ content }: Pick<Sent, "content">) =>
  content.remedies ? frenchSpaces(`En cas de désaccord : ${lowerFirst(content.remedies)}`) : null;

/** Who is in charge, and how to reach them (CRPA R112-5). */
export const serviceFacts = (sent: Sent): Fact[] =>
  [
    { name: "Service", lines: [`${sent.organisationName}, ${sent.unitName}`] },
    { name: "Téléphone", lines: [formatPhone(sent.unitPhone ?? sent.organisationPhone)] },
    { name: "Courriel", lines: [sent.unitEmail ?? sent.organisationEmail] },
    { name: "Adresse", lines: sent.organisationAddress.split("\n") },
    { name: "Horaires", lines: (sent.unitHours ?? sent.organisationHours).split("\n") },
  ].filter(({ lines }) => lines.some(Boolean));

const filedBy = ({ helperName, applicantName }: Sent) =>
  helperName && [helperName, applicantName && `pour ${applicantName}`].filter(Boolean).join(", ");

/** What was sent, when, by which helper. `code`: shown to whoever filed without an account. */
export const requestFacts = (sent: Sent, code: string | null): Fact[] => [
  { name: "Référence", lines: [sent.reference] },
  ...(code ? [{ name: "Code de suivi", lines: [code] }] : []),
  { name: "Démarche", lines: [sent.title] },
  { name: "Envoyée le", lines: [formatFullDayTime(sent.submittedAt)] },
  ...[filedBy(sent)].flatMap((who) => (who ? [{ name: "Déposée par", lines: [who] }] : [])),
];
