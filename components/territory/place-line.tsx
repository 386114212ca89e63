import { Csrf } from "@/components/ui/csrf";
import { Icon } from "@/components/ui/icon";
import { Unbroken } from "@/components/ui/unbroken";

type Props = {
  /** Where the person said they are; null if they did not. */
  place: { name: string; address?: string | undefined } | null;
  /** Sends the form, then comes back to this page. */
  action: (form: FormData) => Promise<void>;
  back: string;
};

/** On the bar: where one is, and how to change it without leaving the page. */
export function PlaceLine({ place, action, back }: Props) {
  return (
    <details className="mt-6" open={place === null}>
      <summary className="inline-flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1">
        <span className="flex items-center gap-2">
          <Icon name="map-pin" />
          {place ? (
            <span>
              À{" "}
              <strong>
                <Unbroken>{place.name}</Unbroken>
              </strong>
              {place.address && `, ${place.address}`}
            </span>
          ) : (
            <span>Chaque commune a ses démarches.</span>
          )}
        </span>
        <span className="underline underline-offset-4">
          {place ? "Changer de lieu" : "Dites où vous êtes"}
        </span>
      </summary>
      <form
        action={action}
        className="mt-2 flex max-w-[44rem] flex-col gap-3 sm:flex-row sm:items-end"
      >
        <Csrf />
        <input type="hidden" name="retour" value={back} />
        <div className="grow">
          <label htmlFor="lieu" className="mb-1 block font-bold">
            Votre adresse ou votre commune
          </label>
          <input
            id="lieu"
            name="lieu"
            required
            autoComplete="street-address"
            className="block min-h-(--control) w-full rounded-md border-2 border-on-bar bg-surface px-3 py-2 text-ink"
          />
        </div>
        <button
          type="submit"
          className="min-h-12 rounded-md border-2 border-on-bar px-5 font-bold hover:bg-on-bar hover:text-bar"
        >
          Valider
        </button>
      </form>
    </details>
  );
}
