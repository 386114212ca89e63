import { Badge, type Tone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import { STATUS_LABELS, type Status } from "@/lib/requests/model";

const LOOKS: Record<Status, readonly [Tone, IconName]> = {
  draft: ["neutral", "pencil"],
  submitted: ["info", "send"],
  received: ["info", "inbox"],
  in_review: ["brand", "search-check"],
  awaiting_resident: ["warn", "circle-exclamation-point"],
  accepted: ["good", "circle-check"],
  refused: ["bad", "circle-x"],
  cancelled: ["neutral", "ban"],
  closed: ["neutral", "archive"],
};

export const statusIcon = (status: Status) => LOOKS[status][1];

/** One per request: nine looks everywhere, and the words of its workflow when they are its own. */
export function StatusBadge({ status, label }: { status: Status; label?: string }) {
  const [tone, icon] = LOOKS[status];
  return (
    <Badge tone={tone} icon={icon} data-status={status}>
      {label ?? STATUS_LABELS[status]}
    </Badge>
  );
}
