import { Fieldset } from "@/components/ui/choices";
import { DateInput, TextInput } from "@/components/ui/field";
import type { FieldOf } from "@/lib/forms/schemas";
import { type StepView, typedIn } from "./view";

type Props<T> = { field: T; name: string; view: StepView; big?: boolean };

const EXAMPLE = "Exemple\u00a0: 14\u00a0h\u00a030";
const NARROW = { width: "short", autoComplete: "off" } as const;

const partOf = (view: StepView, name: string) => ({
  name,
  value: typedIn(view, name),
  error: view.errors[name],
});

export const TimeField = ({ field, name, view, big }: Props<FieldOf<"time">>) => (
  <TextInput
    {...partOf(view, name)}
    {...NARROW}
    label={field.label}
    hint={[field.hint, EXAMPLE].filter(Boolean).join(" ")}
    optional={!field.required}
    big={big}
  />
);

export const TimeRangeField = ({ field, name, view, big }: Props<FieldOf<"time-range">>) => (
  <Fieldset
    id={`${name}-bloc`}
    legend={field.label}
    hint={[field.hint, EXAMPLE].filter(Boolean).join(" ")}
    optional={!field.required}
    big={big}
  >
    <div className="mt-2 flex flex-wrap gap-x-6 gap-y-4">
      <TextInput {...partOf(view, `${name}.start`)} {...NARROW} label="De" />
      <TextInput {...partOf(view, `${name}.end`)} {...NARROW} label="À" />
    </div>
  </Fieldset>
);

export const DateTimeField = ({ field, name, view, big }: Props<FieldOf<"date-time">>) => (
  <Fieldset
    id={`${name}-bloc`}
    legend={field.label}
    hint={field.hint}
    optional={!field.required}
    big={big}
  >
    <div className="mt-2 flex flex-wrap gap-x-6 gap-y-4">
      <DateInput {...partOf(view, `${name}.date`)} label="Jour" />
      <TextInput {...partOf(view, `${name}.time`)} {...NARROW} label="Heure" hint={EXAMPLE} />
    </div>
  </Fieldset>
);
