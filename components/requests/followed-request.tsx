import type { ComponentProps } from "react";
import { BackLink } from "@/components/ui/back-link";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, Section } from "@/components/ui/page";
import { inNameByline } from "@/lib/events/model";
import type { StoredFile } from "@/lib/files/model";
import type { SummarySection } from "@/lib/forms/model";
import type { OrganisationKind } from "@/lib/organisations/model";
import type { Silence } from "@/lib/procedures/model";
import { type Entry, isOpen, type Status } from "@/lib/requests/model";
import type { Move } from "@/lib/requests/model/flow";
import type { ShownPanel } from "@/lib/requests/model/panels";
import type { Posted } from "@/lib/result";
import { Decision } from "./decision";
import { Documents } from "./documents";
import { Exchange } from "./exchange";
import { FlowPanels } from "./flow-panels";
import { type Happened, History } from "./history";
import { type FilesToSend, JoinedFiles } from "./joined-files";
import { KeptWords } from "./kept-words";
import { MessageForm } from "./message-form";
import { MyAnswers } from "./my-answers";
import { NextSteps } from "./next-steps";
import { OtherActions } from "./other-actions";
import { OwnMoves } from "./own-moves";
import { Readings } from "./readings";
import { RequestHeading } from "./request-heading";
import { SupplementForm } from "./supplement-form";
import { TrackedNotice } from "./tracked-notice";

type Act = (form: FormData) => Promise<void>;

type Request = {
  reference: string;
  title: string;
  slug: string;
  status: Status;
  statusLabel: string;
  revision: number;
  organisationName: string;
  organisationKind: OrganisationKind;
  organisationSlug: string;
  unitName: string;
  applicantName: string | null;
  deadlineAt: Date | null;
  pausedAt: Date | null;
  closedAt: Date | null;
  reason: string | null;
  silence: Silence;
  content: { remedies: string };
};

type Props = {
  followed: {
    request: Request;
    moves: readonly Move[];
    canWithdraw: boolean;
    panels: readonly ShownPanel[];
    history: readonly Happened[];
    readings: readonly { id: string; at: Date }[];
    exchange: {
      entries: readonly Entry[];
      files: readonly (StoredFile & { messageId: string | null })[];
      waiting: { id: string; question: string; dueAt: Date } | null;
    };
  };
  /** What was answered, step by step. */
  sections: readonly SummarySection[];
  delay: { count: number; days: number } | null;
  posted: Posted;
  /** The page's own `?fait=`. */
  done: unknown;
  files: { message: FilesToSend; reply: FilesToSend | null };
  messageId: string;
  now: Date;
  /** Opened with a tracking code, not with an account. */
  isTracked: boolean;
  views: ComponentProps<typeof FlowPanels>["views"];
  actions: { send: Act; answer: Act; withdraw: Act; leave: Act; fill: Act; press: Act };
};

/** The resident's page of a sent request: what they must do, where it stands, what was written. */
export function FollowedRequest(props: Props) {
  const { followed, delay, posted, messageId, isTracked, actions, now, files } = props;
  const { request, history, readings, exchange } = followed;
  const { waiting } = exchange;
  return (
    <Page>
      <Done what={props.done} />
      {!isTracked && <BackLink href="/mes-demandes">Mes demandes</BackLink>}
      <ErrorSummary errors={posted.errors} />
      <KeptWords posted={posted} />
      <RequestHeading {...request} />
      {isTracked && <TrackedNotice reference={request.reference} leave={actions.leave} />}
      {waiting && request.status === "awaiting_resident" && (
        <SupplementForm
          {...waiting}
          action={actions.answer}
          posted={posted}
          revision={request.revision}
        >
          {files.reply && <JoinedFiles files={files.reply} posted={posted} />}
        </SupplementForm>
      )}
      <FlowPanels
        panels={followed.panels}
        views={props.views}
        revision={request.revision}
        posted={posted}
        fill={actions.fill}
      />
      <OwnMoves moves={followed.moves} revision={request.revision} action={actions.press} />
      <Decision request={request} />
      <Section title={"Où en est ma demande\u202f?"}>
        <div className="mt-5">
          <History
            events={history}
            unitName={request.unitName}
            byline={({ details }) => inNameByline(details, request.applicantName)}
          />
        </div>
        <NextSteps request={request} delay={delay} now={now} />
      </Section>
      <Section id="messages" title="Messages">
        <Exchange
          entries={exchange.entries}
          side="resident"
          unitName={request.unitName}
          applicantName={request.applicantName}
        />
        {isOpen(request.status) ? (
          <MessageForm
            key={exchange.entries.length}
            action={actions.send}
            posted={posted}
            id={messageId}
            label={`Écrire au service ${request.unitName}`}
          >
            <JoinedFiles files={files.message} posted={posted} />
          </MessageForm>
        ) : (
          <p className="mt-4">
            Cette demande est terminée{"\u00a0"}: elle ne reçoit plus de message.
          </p>
        )}
      </Section>
      <MyAnswers sections={props.sections} files={exchange.files} />
      <Documents reference={request.reference} files={exchange.files} />
      <Readings readings={readings} organisationName={request.organisationName} />
      <OtherActions
        request={request}
        canWithdraw={followed.canWithdraw}
        withdraw={actions.withdraw}
      />
    </Page>
  );
}
