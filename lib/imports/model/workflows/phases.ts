import { isClosed } from "@/lib/requests/model";
import type { Phase } from "@/lib/workflows/schemas/statuses";
import type { Made } from "./statuses";

const WORDS: readonly (readonly [pattern: RegExp, phase: Phase])[] = [
  [/refus|rejet|reject|denied|irrecevable/i, "refused"],
  [/annul|cancel|abandon|désist|retir/i, "cancelled"],
  [/accept|accord|approuv|validé/i, "accepted"],
  [/termin|finish|clôtur|clotur|\bclos|archiv|traité|délivr|delivr/i, "closed"],
];

const phaseOf = ({ name, status }: Made): Phase | undefined =>
  WORDS.find(([pattern]) => pattern.test(name) || pattern.test(status.id))?.[1];

const jumps = ({ status }: Made) =>
  (status.onEnter ?? []).flatMap((action) => {
    if (action.type === "jump") return [action.to];
    if (action.type !== "call") return [];
    return Object.values(action.failures ?? {}).flatMap((after) =>
      after.do === "jump" ? after.to : [],
    );
  });

/** Where a request goes from there by itself, then by anything. */
const ownTargets = (made: Made) => [
  ...jumps(made),
  ...(made.status.each?.to ? [made.status.each.to] : []),
];
const targets = (made: Made) => [...ownTargets(made), ...made.ways.flatMap(({ to }) => to ?? [])];

/** What Publik says is an end, or what leads nowhere; then what is called an end and leads to ends only. */
function finalsOf(all: readonly Made[], start: string): Set<string> {
  const finals = new Set(
    all
      .filter((made) => (made.isEnd ? ownTargets(made).length === 0 : targets(made).length === 0))
      .map(({ status }) => status.id),
  );
  for (const made of [...all].reverse())
    if (phaseOf(made) && targets(made).every((to) => finals.has(to))) finals.add(made.status.id);
  finals.delete(start);
  return finals;
}

/** What queues and figures know of each status. */
export function withPhases(all: readonly Made[], start: string): Made[] {
  const finals = finalsOf(all, start);
  return all.map((made) => {
    const { id } = made.status;
    const open: Phase = id === start ? "submitted" : "in_review";
    const phase = finals.has(id) ? (phaseOf(made) ?? "closed") : open;
    return { ...made, status: { ...made.status, phase } };
  });
}

export const isFinal = ({ status }: Made) => isClosed(status.phase);
