import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import type { Step } from "@/lib/forms/schemas";
import { FieldView } from "./field-view";
import { STEP_FORM } from "./step-ids";
import type { StepView } from "./view";

type Props = {
  step: Step;
  view: StepView;
  action: string;
  /** The displayed page that wrote this step last, or "". */
  since: string;
};

const hasFiles = ({ fields }: Step) =>
  fields.some(
    (field) =>
      field.type === "file" ||
      (field.type === "repeat" && field.fields.some(({ type }) => type === "file")),
  );

/** The questions of one step. Posted as it is, by any browser, to the address that keeps drafts. */
export function StepForm({ step, view, action, since }: Props) {
  return (
    <form
      id={STEP_FORM}
      method="post"
      action={action}
      encType={hasFiles(step) ? "multipart/form-data" : "application/x-www-form-urlencoded"}
      noValidate
      className="mt-8 space-y-10"
    >
      <Csrf />
      <input type="hidden" name="_page" value={crypto.randomUUID()} />
      <input type="hidden" name="_since" value={since} />
      {/* The Enter key presses a form's first button: it must not add or remove an item. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        Continuer
      </button>
      {step.fields.map((field) => (
        <FieldView key={field.id} field={field} view={view} />
      ))}
      <div className="flex flex-col gap-3 sm:flex-row sm:items-center sm:gap-6">
        <Button iconAfter="arrow-right" className="sm:px-8">
          Continuer
        </Button>
        <Button look="link" name="_later" value="oui">
          Enregistrer et reprendre plus tard
        </Button>
      </div>
    </form>
  );
}
