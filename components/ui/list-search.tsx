import { Button } from "./button";
import { TextInput } from "./field";

type Props = { at: string; label: string; hint: string; value: string };

/** A list that grows, found by a word; an address of its own, without a script. */
export function ListSearch({ at, label, hint, value }: Props) {
  return (
    <search>
      <form action={at} className="mt-6 flex max-w-[44rem] flex-col gap-3 sm:flex-row sm:items-end">
        <div className="grow">
          <TextInput
            name="q"
            type="search"
            label={label}
            hint={hint}
            value={value}
            autoComplete="off"
            maxLength={100}
          />
        </div>
        <Button icon="search" look="outline">
          Rechercher
        </Button>
      </form>
      {value && (
        <p className="mt-2">
          <a href={at} className="inline-flex min-h-11 items-center">
            Tout afficher
          </a>
        </p>
      )}
    </search>
  );
}
