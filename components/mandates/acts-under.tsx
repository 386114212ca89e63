import { Section } from "@/components/ui/page";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { formatFullDayTime } from "@/lib/format/date";
import { MANDATE_LABELS } from "@/lib/mandates/model";

type Act = { id: string; at: Date; details: Record<string, unknown> };

type Props = { acts: readonly Act[]; services: ReadonlyMap<string, string> };

/** Each time the helper went to a service in the person’s name. */
export function ActsUnder({ acts, services }: Props) {
  if (acts.length === 0) return null;
  return (
    <Section title="Quand il a servi">
      <div className="mt-6">
        <Timeline>
          {acts.map(({ id, at, details }) => (
            <TimelineItem
              key={id}
              heading="h3"
              icon="users-round"
              title={MANDATE_LABELS["mandate.act"](
                details,
                services.get(String(details.clientId)) ?? "un service",
              )}
              when={formatFullDayTime(at)}
            />
          ))}
        </Timeline>
      </div>
    </Section>
  );
}
