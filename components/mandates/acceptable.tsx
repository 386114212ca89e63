import { CardLink } from "@/components/ui/card";
import { Section } from "@/components/ui/page";
import { formatDay } from "@/lib/format/date";
import type { Side } from "@/lib/mandates/model";

type Asked = { id: string; askedBy: Side; inviterName: string; answerBy: Date };

const TITLES: Record<Side, (name: string) => string> = {
  person: (name) => `${name} souhaite que vous l’aidiez`,
  helper: (name) => `${name} propose de vous aider`,
};

/** What others propose: read first, then accepted or refused. */
export function Acceptable({ mandates }: { mandates: readonly Asked[] }) {
  if (mandates.length === 0) return null;
  return (
    <Section title="À lire, puis accepter ou refuser">
      <ul className="mt-4 space-y-4">
        {mandates.map(({ id, askedBy, inviterName, answerBy }) => (
          <CardLink
            key={id}
            href={`/compte/mandats/${id}`}
            title={TITLES[askedBy](inviterName)}
            below={`Attend votre réponse jusqu’au ${formatDay(answerBy)}.`}
          />
        ))}
      </ul>
    </Section>
  );
}
