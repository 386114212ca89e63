import { Csrf } from "@/components/ui/csrf";
import { Icon } from "@/components/ui/icon";

export type PlaceChoice = { insee: string; label: string; address?: string };

type Props = {
  choices: readonly PlaceChoice[];
  action: (form: FormData) => Promise<void>;
  back: string;
};

/** One button per place: what was typed may mean several. */
export function PlaceChoices({ choices, action, back }: Props) {
  return (
    <ul className="mt-4 divide-y divide-line border-y border-line">
      {choices.map(({ insee, label, address }) => (
        <li key={`${insee}-${label}`}>
          <form action={action}>
            <Csrf />
            <input type="hidden" name="retour" value={back} />
            <input type="hidden" name="insee" value={insee} />
            {address && <input type="hidden" name="adresse" value={address} />}
            <button
              type="submit"
              className="flex min-h-12 w-full items-center gap-3 py-2 text-left font-bold text-brand underline decoration-1 underline-offset-[0.2em] hover:bg-sunken hover:decoration-2"
            >
              <Icon name="map-pin" />
              {label}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
