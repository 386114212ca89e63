import { isLocked, prefilledControl } from "@/lib/forms/model/given";
import { type AnyField, kindOf, type Single } from "@/lib/forms/model/kinds";
import { OriginTag } from "./origin-tag";
import { allTypedIn, type StepView, typedIn } from "./view";

const isByForm = (field: AnyField) =>
  "prefill" in field && /constant|expression/.test(field.prefill?.from ?? "");

/** Is it filled, and not the person's to change? What nothing could fill stays theirs to write. */
export function isKept(field: AnyField, view: StepView) {
  const name = prefilledControl(field);
  const isFilled = typedIn(view, name) !== "";
  return isLocked(field) && isFilled && (isByForm(field) || view.origins[name] !== undefined);
}

function linesOf(field: Single, view: StepView) {
  const { answer } = kindOf(field).check(field, field.id, view.typed, { today: "", before: {} });
  return answer === undefined ? [typedIn(view, field.id)] : kindOf(field).lines(field, answer);
}

/** Carried by the page, so that it comes back with the rest. */
export const HiddenControl = ({ name, view }: { name: string; view: StepView }) =>
  allTypedIn(view, name).map((value) => (
    <input key={value} type="hidden" name={name} value={value} />
  ));

/** What is known already, shown and not asked. */
export function KeptField({ field, view }: { field: Single; view: StepView }) {
  const { label = "" } = field as { label?: string };
  const origin = view.origins[prefilledControl(field)];
  return (
    <div>
      <p className="font-bold">{label}</p>
      <p className="mt-1 whitespace-pre-line">{linesOf(field, view).join("\n")}</p>
      {origin && (
        <p className="mt-0.5">
          <OriginTag origin={origin} />
        </p>
      )}
      {kindOf(field)
        .controls(field, field.id)
        .map((name) => (
          <HiddenControl key={name} name={name} view={view} />
        ))}
    </div>
  );
}
