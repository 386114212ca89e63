import { CardLink } from "@/components/ui/card";
import { Section } from "@/components/ui/page";
import { formatDay } from "@/lib/format/date";

type Invitation = { id: string; childName: string; inviterName: string; answerBy: Date };

/** What the other parent of a child proposes. */
export function SharedChildren({ invitations }: { invitations: readonly Invitation[] }) {
  if (invitations.length === 0) return null;
  return (
    <Section title="À lire, puis accepter ou refuser">
      <ul className="mt-4 space-y-4">
        {invitations.map(({ id, childName, inviterName, answerBy }) => (
          <CardLink
            key={id}
            href={`/compte/foyer/proposition/${id}`}
            title={`${inviterName} propose de partager ${childName} avec vous`}
            below={`Attend votre réponse jusqu’au ${formatDay(answerBy)}.`}
          />
        ))}
      </ul>
    </Section>
  );
}
