import { COUNT_CAP, VIEWS, type ViewId, viewLabel } from "@/lib/casework/model";
import type { QueueFilters } from "@/lib/casework/schemas";
import { formatCapped, plural } from "@/lib/format/number";
import type { Channel, Status } from "@/lib/requests/model";
import { type Deadline, deadlineOf } from "./deadline-words";

export type Counts = Record<ViewId | "shown" | "late", number>;

export type Row = {
  id: string;
  reference: string;
  applicantName: string | null;
  title: string;
  channel: Channel;
  status: Status;
  assigneeId: string | null;
  assigneeName: string | null;
  deadlineAt: Date | null;
  pausedAt: Date | null;
};

/** A row as it is read, with nothing left to compute. */
export type Item = Pick<Row, "id" | "reference" | "title" | "channel" | "status"> &
  Deadline & { name: string; owner: string };

/** « 4K7P2M, à moi », « 4K7P2M, libre », « 4K7P2M, Lucie Perrin » */
const ownerOf = ({ assigneeId, assigneeName }: Row, agentId: string) => {
  if (!assigneeId) return "libre";
  return assigneeId === agentId ? "à moi" : (assigneeName ?? "attribuée");
};

export function itemOf(row: Row, agentId: string, now: Date): Item {
  const { id, reference, title, channel, status } = row;
  const name = row.applicantName ?? "Sans nom";
  const owner = ownerOf(row, agentId);
  return { id, reference, name, owner, title, channel, status, ...deadlineOf(row, now) };
}

/** « 38 demandes, dont 4 en retard » */
function sizeOf({ shown, late }: Counts) {
  const isCounted = shown <= COUNT_CAP;
  const all = isCounted ? plural(shown, "demande") : `${formatCapped(shown, COUNT_CAP)} demandes`;
  return late > 0 ? `${all}, dont ${formatCapped(late, COUNT_CAP)} en retard` : all;
}

/** What is written around the rows. */
export const headingOf = (
  { q, view }: Pick<QueueFilters, "q" | "view">,
  units: string,
  counts: Counts,
) => ({
  title: q ? `Recherche\u00a0: ${q}` : viewLabel(view),
  units,
  size: sizeOf(counts),
});

/** How many in each view: « 12 », « 1 000+ » */
export const toldOf = (counts: Counts) =>
  Object.fromEntries(VIEWS.map(({ id }) => [id, formatCapped(counts[id], COUNT_CAP)]));
