/** Who asked, and who may end it: the one who is helped, or the one who helps. */
export const SIDES = ["person", "helper"] as const;
export type Side = (typeof SIDES)[number];

export const MANDATE_KINDS = ["relative", "professional"] as const;
export type MandateKind = (typeof MANDATE_KINDS)[number];

export const KIND_LABELS: Record<MandateKind, string> = {
  relative: "Un proche",
  professional: "Un aidant professionnel",
};

/** A day at the counter, as long as a file lasts, a year at most. */
export const DURATIONS = ["day", "quarter", "year"] as const;
export type Duration = (typeof DURATIONS)[number];

export const DURATION_LABELS: Record<Duration, string> = {
  day: "Un jour",
  quarter: "Trois mois",
  year: "Un an",
};

export const MANDATE_STATUSES = ["asked", "active", "refused", "ended"] as const;
export type MandateStatus = (typeof MANDATE_STATUSES)[number];

/** Who or what ended it; `unanswered`: nobody accepted it in time. */
export const ENDINGS = ["person", "helper", "expired", "unanswered"] as const;
export type Ending = (typeof ENDINGS)[number];

/** From each status, where it may go. */
export const MOVES: Record<MandateStatus, readonly MandateStatus[]> = {
  asked: ["active", "refused", "ended"],
  active: ["ended"],
  refused: [],
  ended: [],
};

export const canMove = (from: MandateStatus, to: MandateStatus) => MOVES[from].includes(to);

export const otherSide = (side: Side): Side => (side === "person" ? "helper" : "person");

const DAY_MS = 86_400_000;
const ANSWER_DAYS = 15;

export const answerBy = (asked: Date) => new Date(asked.getTime() + ANSWER_DAYS * DAY_MS);

const MONTHS: Record<Exclude<Duration, "day">, number> = { quarter: 3, year: 12 };

/** When a mandate accepted now ends: a day later to the hour, or so many months later (the last day of a shorter one). */
export function endOf(duration: Duration, accepted: Date) {
  if (duration === "day") return new Date(accepted.getTime() + DAY_MS);
  const end = new Date(accepted);
  end.setUTCMonth(end.getUTCMonth() + MONTHS[duration]);
  if (end.getUTCDate() !== accepted.getUTCDate()) end.setUTCDate(0);
  return end;
}

type Term = { status: MandateStatus; endsAt: Date | null };

/** Good for acting at this moment. */
export const isInForce = ({ status, endsAt }: Term, now: Date) =>
  status === "active" && endsAt !== null && now < endsAt;

type Scope = { clientIds: readonly string[] };

/** Does it name this service? */
export const names = ({ clientIds }: Scope, clientId: string) => clientIds.includes(clientId);

type Parties = { personId: string | null; helperId: string | null };

/** On which side of a mandate an account is, or null. */
export function sideOf({ personId, helperId }: Parties, accountId: string): Side | null {
  if (personId === accountId) return "person";
  return helperId === accountId ? "helper" : null;
}

/** Who acts for somebody, as a service is told (RFC 8693 §4.1): `id` is their pairwise subject there. */
export type Helper = { id: string; name: string };

/** What the journal of either side says; `details.name` is the other one. */
export const MANDATE_ACTIONS = [
  "mandate.accept",
  "mandate.act",
  "mandate.ask",
  "mandate.end",
  "mandate.refuse",
] as const;
export type MandateAction = (typeof MANDATE_ACTIONS)[number];

type Told = { side?: unknown; name?: unknown; ending?: unknown };

const ENDED: Record<Ending, string> = {
  person: "Mandat arrêté",
  helper: "Mandat arrêté",
  expired: "Mandat arrivé à son terme",
  unanswered: "Mandat resté sans réponse",
};

const toldName = ({ name }: Told) => (typeof name === "string" ? name : "quelqu’un");
const suffix = ({ name }: Told) => (typeof name === "string" ? `\u00a0: ${name}` : "");

export const MANDATE_LABELS: Record<MandateAction, (told: Told, service: string) => string> = {
  "mandate.accept": (told) =>
    told.side === "person"
      ? `Mandat accepté\u00a0: ${toldName(told)} peut agir pour vous`
      : `Mandat accepté\u00a0: vous pouvez agir pour ${toldName(told)}`,
  "mandate.act": (told, service) =>
    told.side === "person"
      ? `${toldName(told)} agit pour vous dans ${service}`
      : `Vous agissez pour ${toldName(told)} dans ${service}`,
  "mandate.ask": ({ side }) =>
    side === "person" ? "Mandat proposé à quelqu’un qui vous aidera" : "Aide proposée à quelqu’un",
  "mandate.end": (told) => `${ENDED[told.ending as Ending] ?? ENDED.expired}${suffix(told)}`,
  "mandate.refuse": (told) => `Mandat refusé${suffix(told)}`,
};

type Helping = { helperName: string | null; structure: string | null };

/** « Paul Durand, Maison France services de Bron » */
export const helperLabel = ({ helperName, structure }: Helping) =>
  [helperName, structure].filter(Boolean).join(", ");

type Over = { status: MandateStatus; ending: Ending | null };

/** Why it no longer holds, in a word. */
export function overLabel({ status, ending }: Over) {
  if (status === "refused") return "refusé";
  if (ending === "unanswered") return "resté sans réponse";
  return ending === "expired" ? "arrivé à son terme" : "arrêté";
}

type Listed = Parties & Term & { askedBy: Side; inviterId: string; answerBy: Date };

/** What an account has to answer, what runs or waits on each of its sides, and what is over, even if no job said so yet. */
export function sortMandates<M extends Listed>(all: readonly M[], accountId: string, now: Date) {
  const waits = (m: M) => m.status === "asked" && now < m.answerBy;
  const lives = all.filter((m) => waits(m) || isInForce(m, now));
  const on = (side: Side) => lives.filter((m) => sideOf(m, accountId) === side);
  return {
    toAnswer: lives.filter((m) => m.status === "asked" && m.inviterId !== accountId),
    mine: { person: on("person"), helper: on("helper") },
    past: all.filter((m) => !lives.includes(m)),
  };
}

/** Where a mandate stands, in a sentence. */
export function stateSentence(mandate: Term & Over, mayAnswer: boolean, now: Date) {
  if (mayAnswer) return "On vous le propose. Lisez-le, puis acceptez ou refusez.";
  if (isInForce(mandate, now)) return "Il est en cours.";
  if (mandate.status === "asked") return "Il attend une réponse. Rien n’est permis avant.";
  return mandate.status === "active"
    ? "Il est arrivé à son terme."
    : `Il est ${overLabel(mandate)}.`;
}
