import { INSTANT, UUID } from "@/lib/format/id";

/** Saved views of the queue: what the URL says, and what the link says. */
export const VIEWS = [
  { id: "a-moi-ou-libres", label: "À moi ou libres" },
  { id: "a-moi", label: "À moi" },
  { id: "libres", label: "Libres" },
  { id: "echeance", label: "Échéance cette semaine" },
  { id: "complement", label: "En attente d’un complément" },
  { id: "toutes", label: "Toutes" },
] as const;

export type ViewId = (typeof VIEWS)[number]["id"];

export const viewLabel = (id: ViewId) => VIEWS.find((view) => view.id === id)?.label ?? "";

/** Past it, an exact number costs more than it tells: « 1 000+ ». */
export const COUNT_CAP = 1000;

export const PAGE_SIZE = 20;

/** Where a page of the queue starts: the deadline and the id of a row. */
export type Cursor = { deadlineAt: Date | null; id: string };

export const writeCursor = ({ deadlineAt, id }: Cursor) =>
  `${deadlineAt?.toISOString() ?? ""}_${id}`;

const CURSOR = new RegExp(`^(|${INSTANT})_(${UUID})$`);

/** Null for anything that we did not write. */
export function readCursor(text: string): Cursor | null {
  const [, at, id] = CURSOR.exec(text) ?? [];
  if (at === undefined || !id) return null;
  const deadlineAt = at === "" ? null : new Date(at);
  return deadlineAt && Number.isNaN(deadlineAt.getTime()) ? null : { deadlineAt, id };
}

export type Urgency = "paused" | "late" | "soon" | "later" | "none";

type Clock = { isOpen: boolean; pausedAt: Date | null; days: number | null };

/** `days`: whole days before the deadline. Late, today or tomorrow, later; nothing once it is over. */
export function urgencyOf({ isOpen, pausedAt, days }: Clock): Urgency {
  if (!isOpen || days === null) return "none";
  if (pausedAt) return "paused";
  if (days < 0) return "late";
  return days <= 1 ? "soon" : "later";
}
