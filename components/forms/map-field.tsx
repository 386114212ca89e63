import { Fieldset } from "@/components/ui/choices";
import { TextArea, TextInput } from "@/components/ui/field";
import type { FieldOf } from "@/lib/forms/schemas";
import { type StepView, typedIn } from "./view";

type Props = { field: FieldOf<"map">; name: string; view: StepView; big?: boolean };

const EXAMPLE = "Latitude puis longitude, par exemple 45.7330, 4.9112.";
const SEVERAL = {
  line: `${EXAMPLE} Un point par ligne, dans l’ordre du tracé, 2 au moins.`,
  polygon: `${EXAMPLE} Un point par ligne, en faisant le tour, 3 au moins.`,
};

/** An address in words or coordinates; with a script, a button takes the place where one stands. */
export function MapField({ field, name, view, big }: Props) {
  const { geometry } = field;
  const positions = `${name}.positions`;
  const frame = { name: positions, value: typedIn(view, positions), error: view.errors[positions] };
  const address = `${name}.address`;
  return (
    <Fieldset
      id={`${name}-bloc`}
      legend={field.label}
      hint={field.hint}
      optional={!field.required}
      big={big}
    >
      <div className="mt-2 space-y-4">
        {geometry === "point" && (
          <TextInput
            name={address}
            label="Adresse, ou ce qui aide à trouver"
            value={typedIn(view, address)}
            error={view.errors[address]}
            autoComplete="off"
            maxLength={300}
          />
        )}
        <div data-enhance="position" data-several={geometry === "point" ? undefined : ""}>
          {geometry === "point" ? (
            <TextInput
              {...frame}
              label="Ou les coordonnées"
              hint={EXAMPLE}
              width="medium"
              autoComplete="off"
            />
          ) : (
            <TextArea {...frame} label="Coordonnées des points" hint={SEVERAL[geometry]} rows={4} />
          )}
        </div>
      </div>
    </Fieldset>
  );
}
