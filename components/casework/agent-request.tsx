import type { ComponentProps } from "react";
import { Exchange } from "@/components/requests/exchange";
import { FlowPanels } from "@/components/requests/flow-panels";
import { type Happened, History } from "@/components/requests/history";
import { type FilesToSend, JoinedFiles } from "@/components/requests/joined-files";
import { KeptWords } from "@/components/requests/kept-words";
import { MessageForm } from "@/components/requests/message-form";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { inNameByline } from "@/lib/events/model";
import type { StoredFile } from "@/lib/files/model";
import { formatTypedDay } from "@/lib/format/date";
import { asDay, type Entry, isOpen } from "@/lib/requests/model";
import type { Posted } from "@/lib/result";
import { ActionsPanel } from "./actions-panel";
import { AgentHeading } from "./agent-heading";
import { Answers } from "./answers";
import { Applicant } from "./applicant";
import { Deadline } from "./deadline";
import { Functions } from "./functions";
import { Notes } from "./notes";

type Act = (form: FormData) => Promise<void>;

type Props = Pick<ComponentProps<typeof AgentHeading>, "back" | "neighbours" | "now"> &
  Pick<ComponentProps<typeof Notes>, "notes"> &
  Pick<ComponentProps<typeof Answers>, "sections"> & {
    request: ComponentProps<typeof AgentHeading>["request"] &
      ComponentProps<typeof Applicant>["request"] &
      ComponentProps<typeof ActionsPanel>["request"] &
      ComponentProps<typeof Deadline>["request"];
    moves: ComponentProps<typeof ActionsPanel>["moves"];
    panels: ComponentProps<typeof FlowPanels>["panels"];
    views: ComponentProps<typeof FlowPanels>["views"];
    holders: ComponentProps<typeof Functions>["holders"];
    /** The page's `?fait=`. */
    done: unknown;
    history: readonly Happened[];
    exchange: { entries: readonly Entry[]; files: readonly StoredFile[] };
    posted: Posted;
    files: FilesToSend;
    agentId: string;
    actions: ComponentProps<typeof ActionsPanel>["actions"] & {
      message: Act;
      note: Act;
      fill: Act;
    };
  };

const TWO_WEEKS_MS = 14 * 86_400_000;
const BOX = "rounded-md border border-line bg-surface p-4 sm:p-5";

const byline = ({ agentName, action, details }: Happened, person: string | null) =>
  agentName ??
  inNameByline(details, person) ??
  (action === "request.receive" ? "automatique" : "usager");

/** Who asks, what they answered, what was written, and what can be done now. */
export function AgentRequest(props: Props) {
  const { request, history, exchange, posted, files, agentId, actions, now } = props;
  const { sections, notes } = props;
  const isCertified = sections.some(({ rows }) => rows.some((row) => row.origin === "certified"));
  return (
    <div className="px-4 pt-3">
      <Done what={props.done} className="mb-2" />
      <AgentHeading {...props} />
      <ErrorSummary errors={posted.errors} />
      <KeptWords posted={posted} />
      <div className="mt-5 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[17rem_minmax(0,1fr)_19rem]">
        <aside aria-label="Usager" className="space-y-4 max-xl:order-3 lg:max-xl:col-span-2">
          <Applicant request={request} isCertified={isCertified} />
        </aside>
        <div className="min-w-0 space-y-6">
          <FlowPanels
            panels={props.panels}
            views={props.views}
            revision={request.revision}
            posted={posted}
            fill={actions.fill}
          />
          <Answers sections={sections} files={exchange.files} />
          <section id="messages" className={BOX}>
            <h2 className="text-h3">Messages</h2>
            <Exchange
              entries={exchange.entries}
              side="agent"
              unitName={request.unitName}
              applicantName={request.applicantName}
            />
            {isOpen(request.status) && (
              <MessageForm
                key={exchange.entries.length}
                action={actions.message}
                posted={posted}
                id={crypto.randomUUID()}
                label="Écrire à l’usager"
              >
                <JoinedFiles files={files} posted={posted} />
              </MessageForm>
            )}
          </section>
          <section className={BOX}>
            <h2 className="text-h3">Historique</h2>
            <div className="mt-4">
              <History events={history} byline={(event) => byline(event, request.applicantName)} />
            </div>
          </section>
        </div>
        <aside id="actions" aria-label="Actions" className="space-y-4">
          <ActionsPanel
            {...{ request, agentId, posted, actions }}
            moves={props.moves}
            questionId={crypto.randomUUID()}
            dueOn={formatTypedDay(asDay(new Date(now.getTime() + TWO_WEEKS_MS)))}
          />
          <Functions holders={props.holders} />
          <Deadline request={request} now={now} />
          <Notes
            key={`notes-${notes.length}`}
            {...{ notes, posted }}
            unitName={request.unitName}
            action={actions.note}
            id={crypto.randomUUID()}
          />
        </aside>
      </div>
    </div>
  );
}
