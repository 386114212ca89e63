import { CallList } from "@/components/partners/call-list";
import { ClientHeading } from "@/components/partners/client-heading";
import { Page } from "@/components/ui/page";
import { errorPath } from "@/lib/connect/model/error-codes";
import { env } from "@/lib/env";
import { CALL_DAYS } from "@/lib/partners/model/calls";
import { listCalls } from "@/lib/partners/queries/calls";
import { openClient } from "@/lib/partners/queries/viewer";

export const metadata = { title: "Derniers appels" };

type Props = PageProps<"/partenaires/[slug]/services/[client]/appels">;

export default async function CallsPage({ params, searchParams }: Props) {
  const [{ slug, client: id }, search] = await Promise.all([params, searchParams]);
  const { ctx, partner, client } = await openClient(slug, id, "/appels");
  const onlyFailed = search.voir === "echecs";
  const before = Number(search.avant) || undefined;
  const { calls, next } = await listCalls(ctx, id, { before, onlyFailed });
  return (
    <Page width="wide">
      <ClientHeading partner={partner} client={client} current="/appels" title="derniers appels" />
      <p className="mt-6 max-w-read">
        Gardés {CALL_DAYS}
        {"\u00a0"}jours, sans jeton ni donnée sur personne. Le plus récent en haut.
      </p>
      <CallList
        calls={calls}
        next={next}
        onlyFailed={onlyFailed}
        path={`/partenaires/${slug}/services/${id}/appels`}
        explainAt={(code) => new URL(errorPath(code), env().CONNECT_URL).href}
      />
    </Page>
  );
}
