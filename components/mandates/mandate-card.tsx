import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Csrf } from "@/components/ui/csrf";
import { formatDay, formatDayTime } from "@/lib/format/date";
import { helperLabel, type Side } from "@/lib/mandates/model";
import type { Terms } from "./mandate-terms";

type Mandate = Terms & {
  status: "asked" | "active" | "refused" | "ended";
  inviteeEmail: string | null;
  answerBy: Date;
};

type Props = {
  mandate: Mandate;
  /** On which side the reader is. */
  side: Side;
  places: readonly string[];
  /** Where the helper goes to act, and the name of the service. */
  act?: { href: string; label: string } | undefined;
  end: (form: FormData) => Promise<void>;
};

const otherName = (mandate: Mandate, side: Side) =>
  (side === "person" ? helperLabel(mandate) : mandate.personName) || (mandate.inviteeEmail ?? "");

function When({ mandate: { status, answerBy, endsAt } }: { mandate: Mandate }) {
  const isAsked = status === "asked";
  return (
    <div className="mt-2">
      <Badge tone={isAsked ? "info" : "good"} icon={isAsked ? "hourglass" : "check"}>
        {isAsked ? "Attend sa réponse" : "En cours"}
      </Badge>
      <p className="mt-2">
        {isAsked && `Jusqu’au ${formatDay(answerBy)}.`}
        {!isAsked && endsAt && `Jusqu’au ${formatDayTime(endsAt)}.`}
      </p>
    </div>
  );
}

/** Somebody who helps, or is helped: for what, until when, and the way out. */
export function MandateCard({ mandate, side, places, act, end }: Props) {
  const name = otherName(mandate, side);
  return (
    <Card as="li">
      <h3 className="text-h4 wrap-anywhere">{name}</h3>
      <When mandate={mandate} />
      <p className="mt-2">{places.join(", ")}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        {act && <ButtonLink href={act.href}>{act.label}</ButtonLink>}
        <form action={end}>
          <Csrf />
          <Button look="outline">
            {mandate.status === "asked" ? "Annuler" : "Arrêter"}
            <span className="sr-only">{`\u00a0: ${name}`}</span>
          </Button>
        </form>
        <a href={`/compte/mandats/${mandate.id}`} className="inline-flex min-h-11 items-center">
          Voir le détail<span className="sr-only">{`\u00a0: ${name}`}</span>
        </a>
      </div>
    </Card>
  );
}
