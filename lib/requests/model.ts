import type { StoredFile } from "@/lib/files/model";

export const STATUSES = [
  "draft",
  "submitted",
  "received",
  "in_review",
  "awaiting_resident",
  "accepted",
  "refused",
  "cancelled",
  "closed",
] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_LABELS: Record<Status, string> = {
  draft: "Brouillon",
  submitted: "Envoyée",
  received: "Reçue",
  in_review: "En cours d’examen",
  awaiting_resident: "Complément demandé",
  accepted: "Acceptée",
  refused: "Refusée",
  cancelled: "Annulée",
  closed: "Clôturée",
};

/** Sent, and not over yet. */
export const OPEN_STATUSES = ["submitted", "received", "in_review", "awaiting_resident"] as const;

/** Over for good: no workflow leaves them. */
export const CLOSED_STATUSES = ["accepted", "refused", "cancelled", "closed"] as const;

export const isOpen = (status: Status) => (OPEN_STATUSES as readonly Status[]).includes(status);
export const isClosed = (status: Status) => (CLOSED_STATUSES as readonly Status[]).includes(status);

export const CHANNELS = ["portal", "phone", "counter", "mail", "email", "partner"] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_LABELS: Record<Channel, string> = {
  portal: "Portail",
  phone: "Téléphone",
  counter: "Accueil",
  mail: "Courrier",
  email: "Courriel",
  partner: "Partenaire",
};

/** Prestation, réclamation, information: the three kinds the council's figures count. */
export const REQUEST_KINDS = ["service", "complaint", "information"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Where an answer comes from. */
export const ORIGINS = ["typed", "account", "certified", "vault", "link", "former"] as const;
export type Origin = (typeof ORIGINS)[number];
export type Origins = Record<string, Origin>;

/** Crockford's base 32: no I, L, O nor U, which a person would misread. */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const MISREAD: Record<string, string> = { O: "0", I: "1", L: "1" };

/** A tracking code or reference as typed, in capitals, without separators nor misread letters. */
const readCode = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, "");

/** « k7p2-m4qx o9tw » → « K7P2-M4QX-09TW »; null if it cannot be a tracking code. */
export function readTrackingCode(typed: string) {
  const code = readCode(typed).replace(/[OIL]/g, (letter) => MISREAD[letter] ?? letter);
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(code)) return null;
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

const DAY_MS = 86_400_000;

/** The legal clock starts again: the deadline moves back by the time spent waiting (CRPA L231-4). */
export function resumedDeadline(deadlineAt: Date | null, pausedAt: Date | null, now: Date) {
  if (!deadlineAt || !pausedAt) return deadlineAt;
  return new Date(deadlineAt.getTime() + now.getTime() - pausedAt.getTime());
}

/** Whole days, both in Paris, between now and then; negative once it is past. */
export function daysUntil(then: Date, now: Date) {
  return Math.round((parisDay(then) - parisDay(now)) / DAY_MS);
}

const iso = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });

const parisDay = (date: Date) => Date.parse(iso.format(date));

/** The day in Paris, as a date control writes it: 2027-03-08. */
export const asDay = (date: Date) => iso.format(date);

/** The last second of a day in Paris, whatever the season. */
export function endOfDay(day: string) {
  const [winter, summer] = ["+01:00", "+02:00"].map((zone) => new Date(`${day}T23:59:59${zone}`));
  return winter && asDay(winter) === day ? winter : (summer as Date);
}

/** How long a draft waits: the account's holder finds it again, a tracking code gets lost. */
export const DRAFT_DAYS = { resident: 90, visitor: 30 } as const;

/** Days of the calendar: those of 23 and 25 hours count for one. */
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The end of the day until which a draft is kept. */
export const draftExpiry = (kind: keyof typeof DRAFT_DAYS, now: Date) =>
  endOfDay(dayAfter(asDay(now), DRAFT_DAYS[kind]));

/** The end of the last day of the legal delay, which starts when the request arrives (CRPA L231-4, R112-5). */
export const legalDeadline = (submittedAt: Date, delayDays: number) =>
  endOfDay(dayAfter(asDay(submittedAt), delayDays));

const LONGEST_SUPPLEMENT_DAYS = 365;

/** The last day that a supplement may be awaited until, as 2027-03-08. */
export const lastDueDay = (now: Date) => dayAfter(asDay(now), LONGEST_SUPPLEMENT_DAYS);

const REMINDER_DAYS = 3;

/** Three days before a supplement is due, if that leaves a day to answer; null otherwise. */
export function reminderBefore(dueAt: Date, now: Date) {
  const at = new Date(dueAt.getTime() - REMINDER_DAYS * DAY_MS);
  return at.getTime() - now.getTime() > DAY_MS ? at : null;
}

type Clock = { status: Status; deadlineAt: Date | null; pausedAt: Date | null };

/**
 * What a move to this status changes: the clock stops while a supplement is awaited, or where the workflow says so, and at
 * the end.
 */
export function valuesAfter(before: Clock, to: Status, now: Date, pauses = false) {
  const isPaused = to === "awaiting_resident" || (pauses && !isClosed(to));
  return {
    status: to,
    pausedAt: isPaused ? now : null,
    deadlineAt: isClosed(to)
      ? before.deadlineAt
      : resumedDeadline(before.deadlineAt, before.pausedAt, now),
    ...(isClosed(to) ? { closedAt: now } : {}),
  };
}

/** « Karim H. »: enough for a resident to know who writes. */
export const signature = (givenName: string, familyName: string) =>
  `${givenName} ${familyName.charAt(0)}.`;

/** Where the files of a message, and those of a supplement's answer, are sent. */
export const MESSAGE_FILES = "fichiers";
export const supplementFiles = (supplementId: string) => `supplement-${supplementId}`;

/** One thing written in a request's exchange: a message, or a supplement's question and its answer. */
export type Entry = {
  id: string;
  kind: "message" | "question" | "answer";
  authorKind: "resident" | "visitor" | "agent" | "system";
  /** « Karim H. »; null where the service or the applicant speaks. */
  authorName: string | null;
  body: string;
  at: Date;
  files: readonly StoredFile[];
};

/** « Paul Durand, pour Samira Benali » */
export const inNameOf = (helper: string, person: string) => `${helper}, pour ${person}`;
