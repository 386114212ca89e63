import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { urgencyOf } from "@/lib/casework/model";
import { formatShortDay } from "@/lib/format/date";
import { formatDelay } from "@/lib/format/number";
import { daysUntil, isOpen, type Status } from "@/lib/requests/model";

type Props = {
  request: { status: Status; deadlineAt: Date | null; pausedAt: Date | null };
  now: Date;
};

const PLAIN = "inline-flex items-center gap-1.5 px-1 whitespace-nowrap sm:px-2";

/** Late, today or tomorrow, later, stopped: the word first, then the icon, then the colour. */
export function DeadlineBadge({ request, now }: Props) {
  const { status, deadlineAt, pausedAt } = request;
  const days = deadlineAt && daysUntil(deadlineAt, now);
  const urgency = urgencyOf({ isOpen: isOpen(status), pausedAt, days });
  switch (urgency) {
    case "late":
      return (
        <Badge tone="bad" icon="alarm-clock">
          <span className="max-sm:sr-only">Retard </span>
          {formatDelay(Math.abs(days ?? 0))}
        </Badge>
      );
    case "soon":
      return (
        <Badge tone="warn" icon="hourglass">
          {days === 0 ? "Aujourd’hui" : "Demain"}
        </Badge>
      );
    case "paused":
      return (
        <span className={`${PLAIN} text-ink-soft`}>
          <Icon name="circle-pause" size={4} />
          Suspendu
        </span>
      );
    case "later":
      return (
        <span className={PLAIN}>
          <Icon name="calendar" size={4} />
          {deadlineAt && formatShortDay(deadlineAt)}
        </span>
      );
    case "none":
      return <span className="px-2 text-ink-soft">–</span>;
  }
}
