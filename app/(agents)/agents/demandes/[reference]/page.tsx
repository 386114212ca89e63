import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgentRequest } from "@/components/casework/agent-request";
import { HandedOver } from "@/components/casework/handed-over";
import { requireAgent } from "@/lib/auth/session";
import { openRequest } from "@/lib/casework/commands/open-request";
import { findHandedOver } from "@/lib/casework/queries/find-handed-over";
import { queueQuery, readQueueFilters } from "@/lib/casework/schemas";
import { pageTitle } from "@/lib/format/text";
import { summary } from "@/lib/forms/model";
import { orNull } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { MESSAGE_FILES } from "@/lib/requests/model";
import { flowSections } from "@/lib/requests/model/panels";
import { filesToSend } from "@/lib/requests/queries/files-to-send";
import { panelViews } from "@/lib/requests/queries/panel-views";
import { actionsAt } from "./actions-at";

type Props = PageProps<"/agents/demandes/[reference]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ reference }, sent] = await Promise.all([params, searchParams]);
  return { title: pageTitle(`Demande ${reference}`, "retour" in sent) };
}

export default async function AgentRequestPage({ params, searchParams }: Props) {
  const [{ reference }, sent] = await Promise.all([params, searchParams]);
  const filters = readQueueFilters(sent);
  const query = queueQuery(filters);
  const { actor } = await requireAgent(`/agents/demandes/${reference}`);
  const [opened, posted] = await Promise.all([
    orNull(openRequest(actor, reference, filters)),
    takePosted(sent),
  ]);
  if (!opened) {
    const handed = (await findHandedOver(actor, reference)) ?? notFound();
    return <HandedOver request={handed} posted={posted} back={`/agents/demandes?${query}`} />;
  }
  const { id, form, answers, origins } = opened.request;
  const place = { reference: opened.request.reference, query };
  return (
    <AgentRequest
      {...opened}
      sections={[...summary(form, answers, origins), ...flowSections(opened.request, "agent")]}
      views={await panelViews({ actor }, opened.request, opened.panels, posted)}
      posted={posted}
      done={sent.fait}
      files={await filesToSend({ actor }, id, MESSAGE_FILES, posted)}
      agentId={actor.id}
      back={{ query, view: filters.view, q: filters.q }}
      now={new Date()}
      actions={actionsAt(place)}
    />
  );
}
