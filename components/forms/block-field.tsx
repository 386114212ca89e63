import { OriginTag } from "@/components/forms/origin-tag";
import { AddressField } from "@/components/territory/address-field";
import { Fieldset } from "@/components/ui/choices";
import { DateInput, TextInput } from "@/components/ui/field";
import { IDENTITY_LABELS } from "@/lib/forms/model/kinds/people";
import { ADDRESS_HIDDEN, ADDRESS_PARTS } from "@/lib/forms/model/kinds/places";
import type { FieldOf, IdentityPart } from "@/lib/forms/schemas";
import { type StepView, typedIn } from "./view";

type Props<T> = { field: T; name: string; view: StepView; big?: boolean };

const partOf = (view: StepView, name: string) => ({
  name,
  value: typedIn(view, name),
  error: view.errors[name],
});

const written = (view: StepView, name: string) =>
  Object.fromEntries(
    [...ADDRESS_PARTS, ...ADDRESS_HIDDEN].map((key) => [key, typedIn(view, `${name}.${key}`)]),
  );

/** Chosen in a list, or written part by part. */
export const AddressBlock = ({ field, name, view, big }: Props<FieldOf<"address">>) => (
  <AddressField
    name={name}
    label={field.label}
    hint={field.hint}
    optional={!field.required}
    big={big}
    values={written(view, name)}
    errors={view.errors}
    near={view.near ?? undefined}
  />
);

const AUTOCOMPLETE: Record<IdentityPart, string> = {
  familyName: "family-name",
  givenName: "given-name",
  birthdate: "bday",
  birthplace: "off",
  email: "email",
  phone: "tel",
};

function IdentityControl({ part, name, view, isOptional }: PartProps) {
  const origin = view.origins[name];
  const frame = {
    ...partOf(view, name),
    label: IDENTITY_LABELS[part],
    autoComplete: AUTOCOMPLETE[part],
    optional: isOptional,
  };
  if (origin === "certified") return <LockedPart part={part} value={frame.value} />;
  return (
    <div>
      {part === "birthdate" ? (
        <DateInput {...frame} hint={"Exemple\u00a0: 27/03/1985"} />
      ) : (
        <TextInput
          {...frame}
          type={part === "email" ? "email" : part === "phone" ? "tel" : "text"}
          width={part === "phone" ? "medium" : "full"}
        />
      )}
      {origin && (
        <p className="mt-1">
          <OriginTag origin={origin} />
        </p>
      )}
    </div>
  );
}

type PartProps = { part: IdentityPart; name: string; view: StepView; isOptional: boolean };

function LockedPart({ part, value }: { part: IdentityPart; value: string }) {
  return (
    <div>
      <p className="font-bold">{IDENTITY_LABELS[part]}</p>
      <p className="mt-1">{value}</p>
      <p className="mt-0.5">
        <OriginTag origin="certified" />
      </p>
    </div>
  );
}

export function IdentityBlock({ field, name, view, big }: Props<FieldOf<"identity">>) {
  return (
    <Fieldset id={`${name}-bloc`} legend={field.label} hint={field.hint} big={big}>
      <div className="mt-2 space-y-5">
        {field.parts.map((part) => (
          <IdentityControl
            key={part}
            part={part}
            name={`${name}.${part}`}
            view={view}
            isOptional={field.optionalParts.includes(part)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
