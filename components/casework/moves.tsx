import { Button, type ButtonLook } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { Details } from "@/components/ui/details";
import { TextArea } from "@/components/ui/field";
import type { IconName } from "@/components/ui/icon";
import type { Status } from "@/lib/requests/model";
import type { Move } from "@/lib/requests/model/flow";
import type { Posted } from "@/lib/result";

type Act = (form: FormData) => Promise<void>;
type Props = { action: Act; revision: number; posted: Posted };

const ICONS: Partial<Record<Status, IconName>> = {
  in_review: "search-check",
  accepted: "check",
  refused: "x",
  closed: "archive",
};

/** A move that needs nothing but the click. */
export function MoveButton({ move, look, ...props }: Props & { move: Move; look: ButtonLook }) {
  const icon = move.phase ? ICONS[move.phase] : undefined;
  return (
    <form action={props.action}>
      <Csrf />
      <input type="hidden" name="revision" value={props.revision} />
      <input type="hidden" name="transition" value={move.id} />
      <Button look={look} className="w-full" {...(icon ? { icon } : {})}>
        {move.label}
      </Button>
    </form>
  );
}

/** A move that is asked twice before it is made. */
export const ConfirmForm = (props: Props & { move: Move }) => (
  <Details summary={props.move.label}>
    <p>{props.move.confirm}</p>
    <MoveButton {...props} look="outline" />
  </Details>
);

/** A move that has to say why: the words are the resident's to read. */
export function ReasonForm({ move, action, revision, posted }: Props & { move: Move }) {
  const isBack = posted.values.transition === move.id;
  const name = `reason-${move.id}`;
  const field = isBack ? fieldOf(posted, "reason") : { value: undefined, error: undefined };
  return (
    <Details summary={move.label} open={isBack}>
      <form action={action} noValidate className="space-y-3">
        <Csrf />
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="transition" value={move.id} />
        <TextArea
          {...field}
          name="reason"
          id={isBack ? "reason" : name}
          label={move.phase === "refused" ? "Motif du refus" : "Réponse à l’usager"}
          hint="L’usager lira ce texte tel quel."
          rows={4}
        />
        <Button look={move.phase === "refused" ? "danger-outline" : "outline"} className="w-full">
          {move.label}
        </Button>
      </form>
    </Details>
  );
}
