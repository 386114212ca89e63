import type { ReactNode } from "react";
import type { IconName } from "@/components/ui/icon";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { type Action, changeLabel } from "@/lib/events/model";
import { formatFullDayTime } from "@/lib/format/date";
import { capitalise } from "@/lib/format/text";
import type { Status } from "@/lib/requests/model";
import { statusIcon } from "./status-badge";

export type Happened = {
  id: string;
  at: Date;
  action: Action;
  details: Record<string, unknown>;
  agentName: string | null;
};

const ICONS: Partial<Record<Action, IconName>> = {
  "request.ask": "circle-exclamation-point",
  "request.assign": "user-round",
  "request.claim": "link",
  "request.hand-over": "building-complex",
  "request.receive": "inbox",
  "request.release": "undo-2",
  "request.reply": "message-square",
  "request.submit": "send",
  "request.withdraw": "ban",
};

const iconOf = ({ action, details }: Happened) =>
  ICONS[action] ?? statusIcon((details.to as Status | undefined) ?? "in_review");

type Props = {
  events: readonly Happened[];
  /** After the date: who did it, in the words of whoever reads. */
  byline?: (event: Happened) => string | undefined;
  /** Said to the resident: who takes their request in charge. */
  unitName?: string;
  children?: (event: Happened) => ReactNode;
};

const titleOf = ({ action, details }: Happened, unitName: string | undefined) =>
  unitName && details.transition === "take"
    ? `Prise en charge par le service ${unitName}`
    : changeLabel(action, details);

/** What happened to a request, latest first. */
export function History({ events, byline, unitName, children }: Props) {
  return (
    <Timeline>
      {events.map((event, index) => {
        const by = byline?.(event);
        return (
          <TimelineItem
            key={event.id}
            icon={iconOf(event)}
            title={titleOf(event, unitName)}
            when={[capitalise(formatFullDayTime(event.at)), by].filter(Boolean).join(", ")}
            state={index === 0 ? "current" : "past"}
          >
            {children?.(event)}
          </TimelineItem>
        );
      })}
    </Timeline>
  );
}
