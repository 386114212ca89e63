import { Aside } from "@/components/ui/card";
import { formatDay } from "@/lib/format/date";
import { formatCount, formatDelay } from "@/lib/format/number";
import type { Silence } from "@/lib/procedures/model";
import { isOpen, type Status } from "@/lib/requests/model";

type Props = {
  request: {
    status: Status;
    unitName: string;
    deadlineAt: Date | null;
    pausedAt: Date | null;
    silence: Silence;
  };
  delay: { count: number; days: number } | null;
  now: Date;
};

const NEXT: Partial<Record<Status, string>> = {
  submitted: "va prendre votre demande en charge.",
  received: "va prendre votre demande en charge.",
  in_review: "examine votre demande, puis décide.",
  awaiting_resident: "attend votre réponse, puis reprendra l’examen de votre demande.",
};

const MEANING = {
  acceptance: "Sans réponse à cette date, votre demande sera considérée comme acceptée.",
  refusal: "Sans réponse à cette date, votre demande sera considérée comme refusée.",
  none: "",
} satisfies Record<Silence, string>;

const OVER = {
  acceptance: "Votre demande est considérée comme acceptée.",
  refusal: "Votre demande est considérée comme refusée, mais le service peut encore l’accepter.",
  none: "",
} satisfies Record<Silence, string>;

type Delay = { deadlineAt: Date; silence: Silence; now: Date };

/** Until when the service may answer, and what its silence means then (CRPA L231-1, L231-4). */
function LegalDelay({ deadlineAt, silence, now }: Delay) {
  const isOver = deadlineAt < now;
  return (
    <p className="mt-2">
      {isOver ? "Le délai légal est passé depuis le" : "Le service a jusqu’au"}{" "}
      <strong>{formatDay(deadlineAt)}</strong>
      {isOver ? `. ${OVER[silence]}` : ` pour vous répondre. ${MEANING[silence]}`}
    </p>
  );
}

function observed({ count, days }: { count: number; days: number }) {
  return `Délai constaté sur les ${formatCount(count)} dernières demandes\u00a0: 8 sur 10 ont reçu une réponse en ${formatDelay(days)}.`;
}

/** What will happen, when, and who does it. */
export function NextSteps({ request, delay, now }: Props) {
  const { status, unitName, deadlineAt, pausedAt, silence } = request;
  if (!isOpen(status)) return null;
  return (
    <Aside className="mt-8">
      <h3 className="text-h3">La suite</h3>
      <p className="mt-2">
        {`Le service ${unitName} ${NEXT[status]}`} Vous recevrez un courriel à chaque étape.
      </p>
      {deadlineAt && !pausedAt && <LegalDelay {...{ deadlineAt, silence, now }} />}
      {delay && <p className="mt-2 text-note text-ink-soft">{observed(delay)}</p>}
    </Aside>
  );
}
