import { Button } from "@/components/ui/button";
import { Aside } from "@/components/ui/card";
import { formatDay } from "@/lib/format/date";
import { childBlocks, offeredChildren } from "@/lib/forms/model/children";
import type { FieldOf } from "@/lib/forms/schemas";
import type { StepView } from "./view";

type Props = { field: FieldOf<"repeat">; view: StepView };

/** The children of the account, one button each: it posts the step and fills an item, script or not. */
export function HouseholdChoice({ field, view }: Props) {
  const [block] = childBlocks({ fields: [field] });
  if (!block || view.household === null) return null;
  if (view.household.length === 0)
    return (
      <p className="mt-3">
        <Button look="link" name="_share" value="oui">
          Choisir parmi les enfants de mon foyer
        </Button>
        <span className="block text-note text-ink-soft">
          Vous autoriserez d’abord le portail à les lire. Ce que vous avez écrit est gardé.
        </span>
      </p>
    );
  const offered = offeredChildren(block, view.typed, view.household);
  if (offered.length === 0) return null;
  return (
    <Aside className="mt-5">
      <h3 className="text-h4">Choisir un enfant de mon foyer</h3>
      <ul className="mt-3 space-y-2">
        {offered.map(({ id, givenName, familyName, birthdate }) => (
          <li key={id}>
            <Button look="outline" icon="plus" name="_child" value={`${field.id}:${id}`}>
              {givenName} {familyName}, naissance le {formatDay(birthdate)}
            </Button>
          </li>
        ))}
      </ul>
    </Aside>
  );
}
