import { formatDay } from "@/lib/format/date";
import type { Silence } from "@/lib/procedures/model";
import { isOpen, type Status } from "@/lib/requests/model";
import { DeadlineBadge } from "./deadline-badge";
import { deadlineOf } from "./deadline-words";

type Props = {
  request: {
    status: Status;
    deadlineAt: Date | null;
    pausedAt: Date | null;
    closedAt: Date | null;
    silence: Silence;
  };
  now: Date;
};

const SILENCE: Record<Silence, string> = {
  acceptance: "Le silence vaut acceptation.",
  refusal: "Le silence vaut refus.",
  none: "",
};

export function Deadline({ request, now }: Props) {
  const { status, deadlineAt, pausedAt, closedAt, silence } = request;
  return (
    <section className="rounded-md border border-line bg-surface p-4">
      <h2 className="text-h4">Échéance</h2>
      {isOpen(status) && (
        <p className="mt-2">
          <DeadlineBadge {...deadlineOf(request, now)} />
        </p>
      )}
      <p className="mt-2 text-note text-ink-soft">
        {closedAt && `Terminée le ${formatDay(closedAt)}. `}
        {deadlineAt && `Délai légal\u00a0: ${formatDay(deadlineAt)}. `}
        {pausedAt && `Suspendu depuis le ${formatDay(pausedAt)}, jusqu’à la réponse de l’usager. `}
        {isOpen(status) && SILENCE[silence]}
      </p>
    </section>
  );
}
