import { Fieldset } from "@/components/ui/choices";
import { TextInput } from "@/components/ui/field";
import { isDrawing } from "@/lib/forms/model/kinds/signature";
import type { FieldOf } from "@/lib/forms/schemas";
import { Drawing } from "./drawing";
import { type StepView, typedIn } from "./view";

type Props = { field: FieldOf<"signature">; name: string; view: StepView; big?: boolean };

/** The name, typed, is worth a signature; a frame to draw in comes with a script, under it. */
export function SignatureField({ field, name, view, big }: Props) {
  const drawing = typedIn(view, `${name}.drawing`);
  const hint = [field.hint, field.statement].filter(Boolean).join(" ");
  return (
    <Fieldset
      id={`${name}-bloc`}
      legend={field.label}
      hint={hint || undefined}
      optional={!field.required}
      big={big}
    >
      <div className="mt-2 space-y-4">
        <TextInput
          name={`${name}.name`}
          label="Votre nom et votre prénom"
          hint="Les écrire ici vaut signature."
          value={typedIn(view, `${name}.name`)}
          error={view.errors[`${name}.name`]}
          autoComplete="name"
          maxLength={200}
        />
        <div data-enhance="signature">
          <input type="hidden" name={`${name}.drawing`} defaultValue={drawing} />
          {isDrawing(drawing) && <Drawing path={drawing} />}
        </div>
      </div>
    </Fieldset>
  );
}
