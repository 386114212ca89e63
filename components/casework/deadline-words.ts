import { type Urgency, urgencyOf } from "@/lib/casework/model";
import { formatShortDay } from "@/lib/format/date";
import { formatDelay } from "@/lib/format/number";
import { daysUntil, isOpen, type Status } from "@/lib/requests/model";

type Request = { status: Status; deadlineAt: Date | null; pausedAt: Date | null };

/** How urgent, and how it is said. */
export type Deadline = { urgency: Urgency; said: string };

/** In words already: an urgency needs the clock, and a browser has one of its own. */
export function deadlineOf({ status, deadlineAt, pausedAt }: Request, now: Date): Deadline {
  const days = deadlineAt && daysUntil(deadlineAt, now);
  const urgency = urgencyOf({ isOpen: isOpen(status), pausedAt, days });
  const said: Record<Urgency, () => string> = {
    late: () => formatDelay(Math.abs(days ?? 0)),
    soon: () => (days === 0 ? "Aujourd’hui" : "Demain"),
    paused: () => "Suspendu",
    later: () => (deadlineAt ? formatShortDay(deadlineAt) : ""),
    none: () => "–",
  };
  return { urgency, said: said[urgency]() };
}
