import { Button } from "@/components/ui/button";
import { countOf } from "@/lib/forms/model/typed";
import type { FieldOf } from "@/lib/forms/schemas";
import { HouseholdChoice } from "./household-choice";
import { ItemView } from "./item-view";
import type { StepView } from "./view";

type Props = { field: FieldOf<"repeat">; view: StepView };

/** As many columns as fit, each as wide as a short answer. */
const LINE = "mt-3 grid items-end gap-4 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]";

/** The same questions per item. Its buttons post the step: nothing typed is lost, no JavaScript is needed. */
export function RepeatBlock({ field, view }: Props) {
  const items = Array.from({ length: countOf(field, view.typed) }, (_, i) => `${field.id}.${i}`);
  return (
    <div>
      <h2 id={field.id} className="text-h3">
        {field.label}
      </h2>
      {field.hint && <p className="mt-1 text-ink-soft">{field.hint}</p>}
      <HouseholdChoice field={field} view={view} />
      <input type="hidden" name={field.id} value={items.length} />
      {items.map((name, index) => (
        <fieldset key={name} id={name} className="mt-6 border-l-4 border-line pl-4 sm:pl-6">
          <legend className="font-bold">{`${field.itemLabel} ${index + 1}`}</legend>
          <div className={field.look === "table" ? LINE : "mt-3 space-y-6"}>
            {field.fields.map((inner) => (
              <ItemView key={inner.id} field={inner} name={`${name}.${inner.id}`} view={view} />
            ))}
          </div>
          {items.length > field.min && (
            <p className="mt-4">
              <Button look="link" name="_remove" value={name}>
                Retirer
                <span className="sr-only">{` ${field.itemLabel} ${index + 1}`}</span>
              </Button>
            </p>
          )}
        </fieldset>
      ))}
      {items.length < field.max && (
        <p className="mt-6">
          <Button look="outline" icon="plus" name="_add" value={field.id}>
            {field.addLabel}
          </Button>
        </p>
      )}
    </div>
  );
}
