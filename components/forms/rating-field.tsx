import { Fieldset } from "@/components/ui/choices";
import type { FieldOf } from "@/lib/forms/schemas";
import { type StepView, typedIn } from "./view";

type Props = { field: FieldOf<"rating">; name: string; view: StepView; big?: boolean };

/** A note among a few, each a box that is easy to touch; what the first and the last mean is said to all. */
export function RatingField({ field, name, view, big }: Props) {
  const notes = Array.from({ length: field.max }, (_, i) => i + 1);
  const meaning = (note: number) =>
    note === 1 ? `, ${field.low}` : note === field.max ? `, ${field.high}` : ` sur ${field.max}`;
  const scale = `1\u00a0: ${field.low}. ${field.max}\u00a0: ${field.high}.`;
  return (
    <Fieldset
      id={name}
      legend={field.label}
      hint={[field.hint, scale].filter(Boolean).join(" ")}
      error={view.errors[name]}
      optional={!field.required}
      big={big}
    >
      <div className="mt-2 flex flex-wrap gap-2">
        {notes.map((note) => (
          <label
            key={note}
            className="flex min-w-12 cursor-pointer flex-col items-center gap-1 rounded-md border-2 border-edge bg-surface px-2 py-2 has-checked:border-brand has-checked:bg-brand-soft has-checked:font-bold"
          >
            <input
              type="radio"
              id={note === 1 ? name : `${name}-${note}`}
              name={name}
              value={note}
              defaultChecked={typedIn(view, name) === String(note)}
              className="size-6"
            />
            <span>
              {note}
              <span className="sr-only">{meaning(note)}</span>
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
