import { NoUnit } from "@/components/casework/no-unit";
import { QueueScreen } from "@/components/casework/queue-screen";
import { headingOf, itemOf, toldOf } from "@/components/casework/queue-words";
import { Csrf } from "@/components/ui/csrf";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { requireAgent } from "@/lib/auth/session";
import { listQueue } from "@/lib/casework/queries/list-queue";
import { queueQuery, readQueueFilters } from "@/lib/casework/schemas";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { assignRequestsAction } from "./actions";

type Props = PageProps<"/agents/demandes">;

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle("Demandes à traiter", "retour" in (await searchParams)),
});

export default async function QueuePage({ searchParams }: Props) {
  const sent = await searchParams;
  const filters = readQueueFilters(sent);
  const { actor } = await requireAgent("/agents/demandes");
  if (actor.unitIds.length === 0) return <NoUnit roles={actor.roles.map(({ role }) => role)} />;
  const [queue, posted] = await Promise.all([listQueue(actor, filters), takePosted(sent)]);
  const { after, before, ...kept } = filters;
  const query = queueQuery(kept);
  const hrefOf = (edge: { after?: string; before?: string }) =>
    `/agents/demandes?${queueQuery(kept, edge)}`;
  const now = new Date();
  return (
    <QueueScreen
      heading={headingOf(kept, queue.units, queue.counts)}
      views={{ current: kept.q ? null : kept.view, counts: toldOf(queue.counts) }}
      filters={{ filters: kept, procedures: queue.procedures }}
      queue={{
        items: queue.rows.map((row) => itemOf(row, actor.id, now)),
        query,
        csrf: <Csrf />,
        assign: assignRequestsAction.bind(null, query),
      }}
      pages={{
        previous: queue.previous && hrefOf({ before: queue.previous }),
        next: queue.next && hrefOf({ after: queue.next }),
      }}
    >
      <Done what={sent.fait} className="mb-4" />
      <div className="mb-4 empty:hidden">
        <ErrorSummary errors={posted.errors} />
      </div>
    </QueueScreen>
  );
}
