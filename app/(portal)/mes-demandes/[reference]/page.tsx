import type { Metadata } from "next";
import { leaveAction } from "@/app/(portal)/suivi/actions";
import { FollowedRequest } from "@/components/requests/followed-request";
import { pageTitle } from "@/lib/format/text";
import { summary } from "@/lib/forms/model";
import { takePosted } from "@/lib/posted";
import { MESSAGE_FILES, supplementFiles } from "@/lib/requests/model";
import { flowSections } from "@/lib/requests/model/panels";
import { filesToSend } from "@/lib/requests/queries/files-to-send";
import { panelViews } from "@/lib/requests/queries/panel-views";
import { usualDelay } from "@/lib/requests/queries/usual-delay";
import * as actions from "./actions";
import { loadFollowed } from "./load";

type Props = PageProps<"/mes-demandes/[reference]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ reference }, sent] = await Promise.all([params, searchParams]);
  return { title: pageTitle(`Demande ${reference}`, "retour" in sent) };
}

export default async function RequestPage({ params, searchParams }: Props) {
  const [{ reference }, sent] = await Promise.all([params, searchParams]);
  const { ctx, followed } = await loadFollowed(reference);
  const { request, exchange } = followed;
  const posted = await takePosted(sent);
  const filesOf = (name: string) => filesToSend(ctx, request.id, name, posted);
  const { waiting } = exchange;
  return (
    <FollowedRequest
      followed={followed}
      sections={[
        ...summary(request.form, request.answers, request.origins),
        ...flowSections(request, "resident"),
      ]}
      views={await panelViews(ctx, request, followed.panels, posted)}
      delay={await usualDelay(request.providerId)}
      posted={posted}
      done={sent.fait}
      messageId={crypto.randomUUID()}
      now={new Date()}
      files={{
        message: await filesOf(MESSAGE_FILES),
        reply: waiting && (await filesOf(supplementFiles(waiting.id))),
      }}
      isTracked={ctx.actor.kind === "visitor"}
      actions={{
        send: actions.sendMessageAction.bind(null, reference),
        answer: actions.answerSupplementAction.bind(null, reference),
        withdraw: actions.withdrawRequestAction.bind(null, reference),
        fill: actions.fillPanelAction.bind(null, reference),
        press: actions.pressButtonAction.bind(null, reference),
        leave: leaveAction,
      }}
    />
  );
}
