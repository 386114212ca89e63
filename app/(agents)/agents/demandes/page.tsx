import { Filters } from "@/components/casework/filters";
import { NoUnit } from "@/components/casework/no-unit";
import { Queue } from "@/components/casework/queue";
import { QueueHeading } from "@/components/casework/queue-heading";
import { Shortcuts } from "@/components/casework/shortcuts";
import { Views } from "@/components/casework/views";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Pager } from "@/components/ui/pager";
import { requireAgent } from "@/lib/auth/session";
import { viewLabel } from "@/lib/casework/model";
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
  const query = queueQuery(filters);
  const hrefOf = (edge: { after?: string; before?: string }) =>
    `/agents/demandes?${queueQuery(filters, edge)}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[12.5rem_minmax(0,1fr)]">
      <Views current={filters.q ? null : filters.view} counts={queue.counts} />
      <section aria-labelledby="file" className="min-w-0 px-4 pt-4">
        <Done what={sent.fait} className="mb-4" />
        <div className="mb-4 empty:hidden">
          <ErrorSummary errors={posted.errors} />
        </div>
        <QueueHeading
          title={filters.q ? `Recherche : ${filters.q}` : viewLabel(filters.view)}
          units={queue.units}
          counts={queue.counts}
        />
        <Filters filters={filters} procedures={queue.procedures} />
        <Queue
          {...{ rows: queue.rows, agentId: actor.id, query, now: new Date() }}
          assign={assignRequestsAction.bind(null, query)}
        />
        <Pager
          previous={queue.previous && hrefOf({ before: queue.previous })}
          next={queue.next && hrefOf({ after: queue.next })}
        />
        <Shortcuts />
      </section>
    </div>
  );
}
