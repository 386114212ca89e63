import { Badge, type Tone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import { Cell, Column, RowHeader, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/format/date";
import { REVIEW_LABELS, type ReviewState } from "@/lib/partners/model/review";

const LOOKS: Record<ReviewState, { tone: Tone; icon: IconName }> = {
  draft: { tone: "neutral", icon: "pencil" },
  submitted: { tone: "warn", icon: "hourglass" },
  refused: { tone: "bad", icon: "circle-x" },
  accepted: { tone: "info", icon: "check" },
  active: { tone: "good", icon: "circle-check" },
  suspended: { tone: "bad", icon: "ban" },
};

export const ReviewBadge = ({ state }: { state: ReviewState }) => (
  <Badge {...LOOKS[state]}>{REVIEW_LABELS[state]}</Badge>
);

type Props = {
  reviews: readonly {
    id: string;
    service: string;
    organisation: string;
    state: ReviewState;
    submittedAt: Date | null;
  }[];
  isSearched: boolean;
};

export function ReviewList({ reviews, isSearched }: Props) {
  if (reviews.length === 0)
    return (
      <p className="mt-6">
        {isSearched ? "Aucun service ne correspond." : "Aucune demande pour l’instant."}
      </p>
    );
  return (
    <div className="mt-6">
      <Table
        caption="Services demandés en production"
        head={
          <>
            <Column>Service</Column>
            <Column>État</Column>
            <Column className="max-md:hidden">Envoyée le</Column>
          </>
        }
      >
        {reviews.map(({ id, service, organisation, state, submittedAt }) => (
          <tr key={id}>
            <RowHeader>
              <a href={`/administration/raccordements/${id}`}>{service}</a>
              <span className="block text-note font-normal text-ink-soft">{organisation}</span>
            </RowHeader>
            <Cell>
              <ReviewBadge state={state} />
            </Cell>
            <Cell className="max-md:hidden">{submittedAt ? formatDay(submittedAt) : "–"}</Cell>
          </tr>
        ))}
      </Table>
    </div>
  );
}
