import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { Deadline } from "./deadline-words";

const PLAIN = "inline-flex items-center gap-1.5 px-1 whitespace-nowrap sm:px-2";

/** Late, today or tomorrow, later, stopped: the word first, then the icon, then the colour. */
export function DeadlineBadge({ urgency, said }: Deadline) {
  switch (urgency) {
    case "late":
      return (
        <Badge tone="bad" icon="alarm-clock">
          Retard {said}
        </Badge>
      );
    case "soon":
      return (
        <Badge tone="warn" icon="hourglass">
          {said}
        </Badge>
      );
    case "paused":
      return (
        <span className={`${PLAIN} text-ink-soft`}>
          <Icon name="circle-pause" size={4} />
          {said}
        </span>
      );
    case "later":
      return (
        <span className={PLAIN}>
          <Icon name="calendar" size={4} />
          {said}
        </span>
      );
    case "none":
      return <span className="px-2 text-ink-soft">{said}</span>;
  }
}
