import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { isOpen, type Status } from "@/lib/requests/model";
import type { Move } from "@/lib/requests/model/flow";
import type { Posted } from "@/lib/result";
import { ConfirmForm, MoveButton, ReasonForm } from "./moves";
import { QuestionForm } from "./question-form";

type Act = (form: FormData) => Promise<void>;

type Props = {
  request: {
    status: Status;
    revision: number;
    assigneeId: string | null;
    assigneeGivenName: string | null;
    assigneeFamilyName: string | null;
    reason: string | null;
  };
  agentId: string;
  moves: readonly Move[];
  posted: Posted;
  questionId: string;
  dueOn: string;
  actions: { move: Act; ask: Act; assign: Act; release: Act };
};

function Assignment({ request, agentId, actions }: Props) {
  const { assigneeId, assigneeGivenName, assigneeFamilyName, revision } = request;
  const isMine = assigneeId === agentId;
  const who = isMine ? "vous" : `${assigneeGivenName} ${assigneeFamilyName}`;
  return (
    <form action={isMine ? actions.release : actions.assign} className="mt-1">
      <Csrf />
      <input type="hidden" name="revision" value={revision} />
      <p className="flex flex-wrap items-center gap-x-3 text-ink-soft">
        {assigneeId ? `Attribuée à ${who}.` : "Libre\u00a0: personne ne s’en occupe."}
        <Button look="link">{isMine ? "Rendre à la file" : "Me l’attribuer"}</Button>
      </p>
    </form>
  );
}

/** What the workflow lets an agent do now; the first simple move is the one full button. */
export function ActionsPanel(props: Props) {
  const { request, moves, posted, actions, questionId, dueOn } = props;
  if (!isOpen(request.status))
    return (
      <section className="rounded-md border border-line bg-surface p-4">
        <h2 className="text-h4">Décision</h2>
        <p className="mt-1 text-ink-soft">Cette demande est terminée.</p>
        {request.reason && (
          <>
            <h3 className="mt-3 font-bold">Réponse envoyée à l’usager</h3>
            <p className="break-words whitespace-pre-line">{request.reason}</p>
          </>
        )}
      </section>
    );
  const shared = { action: actions.move, revision: request.revision, posted };
  const simple = moves.filter(({ asks, confirm }) => asks === "nothing" && !confirm);
  return (
    <section className="rounded-md border-2 border-brand bg-surface p-4">
      <h2 className="text-h4">Décider</h2>
      <Assignment {...props} />
      <div className="mt-2 grid gap-2">
        {simple.map((move, index) => (
          <MoveButton
            key={move.id}
            {...shared}
            move={move}
            look={index === 0 ? "primary" : "outline"}
          />
        ))}
      </div>
      <div className="mt-2">
        {moves.map((move) => {
          if (move.asks === "nothing" && move.confirm)
            return <ConfirmForm key={move.id} {...shared} move={move} />;
          if (move.asks === "reason") return <ReasonForm key={move.id} {...shared} move={move} />;
          if (move.asks !== "question") return null;
          return (
            <QuestionForm
              key={move.id}
              {...{ ...shared, action: actions.ask, id: questionId, label: move.label, dueOn }}
            />
          );
        })}
      </div>
      <p className="mt-3 text-note text-ink-soft">L’usager reçoit un courriel à chaque étape.</p>
    </section>
  );
}
