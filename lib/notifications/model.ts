import { greeting } from "@/lib/format/mail";
import { subjectName } from "@/lib/format/text";
import type { Silence } from "@/lib/procedures/model";

/** Sent to the resident, or to the holder of the tracking code. */
export const RESIDENT_TEMPLATES = [
  "acknowledgement",
  "taken",
  "supplement",
  "reminder",
  "message",
  "decision",
  "withdrawn",
] as const;

/** Sent to the agent who has the request, if somebody has it: no personal data in them. */
export const AGENT_TEMPLATES = ["agent-message", "agent-reply", "agent-withdrawn"] as const;

/** The portal's own messages. */
export const NOTICES = [...RESIDENT_TEMPLATES, ...AGENT_TEMPLATES] as const;
export type NoticeTemplate = (typeof NOTICES)[number];

/** `workflow`: the words are those of an action of the request's workflow. */
export const TEMPLATES = [...NOTICES, "workflow"] as const;
export type Template = (typeof TEMPLATES)[number];

export const isForAgent = (template: NoticeTemplate) =>
  (AGENT_TEMPLATES as readonly Template[]).includes(template);

/** What a message says of a request: dates and phones already in French. */
export type Notice = {
  reference: string;
  title: string;
  organisation: string;
  unit: string;
  phone: string;
  email: string;
  address: string;
  hours: string;
  applicant: string | null;
  submittedOn: string;
  deadlineOn: string | null;
  silence: Silence;
  remedies: string;
  outcome: "accepted" | "refused" | "closed" | null;
  reason: string | null;
  question: string | null;
  dueOn: string | null;
  portalName: string;
  /** Where to follow it: the request's page, or the tracking page for whoever has no account. */
  link: string;
  hasAccount: boolean;
};

type Mail = { subject: string; paragraphs: string[]; facts?: [string, string][] };

const silenceOf = ({ silence, deadlineOn }: Notice) => {
  if (silence === "none" || !deadlineOn) return [];
  const isAccepted = silence === "acceptance";
  return [
    `Sans réponse de notre part le ${deadlineOn}, votre demande sera considérée comme ${isAccepted ? "acceptée" : "refusée"}.`,
    ...(isAccepted ? ["Vous pourrez alors demander une attestation au service."] : []),
  ];
};

const contact = (n: Notice): [string, string][] => [
  ["Service", `${n.organisation}, ${n.unit}`],
  ["Téléphone", n.phone],
  ["Courriel", n.email],
  ["Adresse", n.address.replace(/\n/g, ", ")],
  ["Horaires", n.hours],
];

const OUTCOMES = {
  accepted: ["acceptée", (title: string) => `Votre demande «\u00a0${title}\u00a0» est acceptée.`],
  refused: ["refusée", (title: string) => `Votre demande «\u00a0${title}\u00a0» est refusée.`],
  closed: [
    "traitée",
    (title: string) => `Le service a fini de traiter votre demande «\u00a0${title}\u00a0».`,
  ],
} as const;

function decision(n: Notice): Mail {
  const [word, sentence] = OUTCOMES[n.outcome ?? "closed"];
  return {
    subject: `Votre demande ${n.reference} est ${word}`,
    paragraphs: [
      sentence(n.title),
      ...(n.reason ? [`Le service vous écrit\u00a0: «\u00a0${n.reason}\u00a0»`] : []),
      ...(n.outcome === "refused" && n.remedies
        ? [`Si vous n’êtes pas d’accord\u00a0: ${n.remedies}`]
        : []),
    ],
    facts: contact(n),
  };
}

const question = (n: Notice) => [
  `${subjectName(n.organisation)} a besoin d’une précision pour avancer sur votre demande «\u00a0${n.title}\u00a0»\u00a0:`,
  `«\u00a0${n.question ?? ""}\u00a0»`,
  `Répondez au plus tard le ${n.dueOn ?? ""}. Le délai d’instruction est suspendu jusqu’à votre réponse.`,
];

/** CRPA R112-5: date, unit with phone and addresses, deadline, what silence means, remedies. */
const acknowledgement = (n: Notice): Mail => ({
  subject: `Nous avons reçu votre demande ${n.reference}`,
  paragraphs: [
    `Votre demande «\u00a0${n.title}\u00a0» est arrivée le ${n.submittedOn}. Ce message en accuse réception.`,
    ...(n.deadlineOn ? [`Le service a jusqu’au ${n.deadlineOn} pour vous répondre.`] : []),
    ...silenceOf(n),
    ...(n.remedies ? [`En cas de désaccord\u00a0: ${n.remedies}`] : []),
    ...(n.hasAccount
      ? [`Votre accusé de réception (PDF)\u00a0: ${n.link}/accuse-de-reception.pdf`]
      : []),
  ],
  facts: [["Référence", n.reference], ["Date de réception", n.submittedOn], ...contact(n)],
});

const MAILS: Record<NoticeTemplate, (notice: Notice) => Mail> = {
  acknowledgement,
  decision,
  taken: (n) => ({
    subject: `Votre demande ${n.reference} est en cours d’examen`,
    paragraphs: [
      `Le service ${n.unit} (${n.organisation}) a pris en charge votre demande «\u00a0${n.title}\u00a0».`,
      "Vous n’avez rien à faire pour le moment.",
    ],
  }),
  supplement: (n) => ({
    subject: `Il manque une information à votre demande ${n.reference}`,
    paragraphs: question(n),
    facts: contact(n),
  }),
  reminder: (n) => ({
    subject: `Rappel\u00a0: répondez au plus tard le ${n.dueOn ?? ""} (demande ${n.reference})`,
    paragraphs: question(n),
    facts: contact(n),
  }),
  message: (n) => ({
    subject: `Nouveau message à propos de votre demande ${n.reference}`,
    paragraphs: [
      `Le service ${n.unit} (${n.organisation}) vous a écrit à propos de votre demande «\u00a0${n.title}\u00a0».`,
    ],
  }),
  withdrawn: (n) => ({
    subject: `Votre demande ${n.reference} est annulée`,
    paragraphs: [
      `Votre demande «\u00a0${n.title}\u00a0» est annulée, comme vous l’avez demandé.`,
      "Vous pouvez en déposer une nouvelle quand vous le souhaitez.",
    ],
  }),
  "agent-message": (n) => ({
    subject: `${n.reference}\u00a0: nouveau message`,
    paragraphs: ["L’usager a écrit à propos d’une demande qui vous est attribuée."],
  }),
  "agent-reply": (n) => ({
    subject: `${n.reference}\u00a0: le complément est arrivé`,
    paragraphs: ["L’usager a répondu. Le délai d’instruction court de nouveau."],
  }),
  "agent-withdrawn": (n) => ({
    subject: `${n.reference}\u00a0: demande annulée`,
    paragraphs: ["L’usager a annulé une demande qui vous est attribuée."],
  }),
};

function following(template: NoticeTemplate, n: Notice) {
  if (isForAgent(template)) return `Ouvrir la demande\u00a0: ${n.link}`;
  if (n.hasAccount) return `Suivre ma demande\u00a0: ${n.link}`;
  return `Pour suivre votre demande\u00a0: ${n.link}\nSaisissez-y le code de suivi remis à l’envoi de la demande. Nous ne l’écrivons jamais dans un courriel.`;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const linked = (text: string) =>
  escapeHtml(text)
    .replace(/https?:\/\/\S+/g, (url) => `<a href="${url}">${url}</a>`)
    .replace(/\n/g, "<br>");

/** The whole message, as text and as plain html. */
export function renderMail(template: NoticeTemplate, notice: Notice) {
  const { subject, paragraphs, facts = [] } = MAILS[template](notice);
  const opening = greeting(isForAgent(template) ? null : notice.applicant);
  const closing = isForAgent(template)
    ? notice.portalName
    : `${notice.organisation}\nCe message est envoyé par ${notice.portalName}\u00a0: n’y répondez pas, écrivez au service depuis la page de suivi.`;
  const before = [opening, ...paragraphs];
  const after = [following(template, notice), closing];
  const text = [
    ...before,
    facts.map(([name, value]) => `${name}\u00a0: ${value}`).join("\n"),
    ...after,
  ]
    .filter(Boolean)
    .join("\n\n");
  const rows = facts.map(
    ([name, value]) => `<p><strong>${escapeHtml(name)}\u00a0:</strong> ${escapeHtml(value)}</p>`,
  );
  const html = [
    '<!doctype html><html lang="fr"><body>',
    ...before.map((paragraph) => `<p>${linked(paragraph)}</p>`),
    ...rows,
    ...after.map((paragraph) => `<p>${linked(paragraph)}</p>`),
    "</body></html>",
  ].join("\n");
  return { subject, text, html };
}
