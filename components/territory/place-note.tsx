import { Icon } from "@/components/ui/icon";
import { Unbroken } from "@/components/ui/unbroken";

type Props = { place: { name: string } | null; back: string };

/** Where to say or change one's place, then come back to this path. */
export const chooserHref = (back: string) => `/lieu?${new URLSearchParams({ retour: back })}`;

/** In a page: for which place it is written, and how to change it. */
export function PlaceNote({ place, back }: Props) {
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-2">
      <Icon name="map-pin" className="text-brand" />
      {place ? (
        <span>
          À{" "}
          <strong>
            <Unbroken>{place.name}</Unbroken>
          </strong>
        </span>
      ) : (
        <span>Chaque commune a ses démarches.</span>
      )}
      <a href={chooserHref(back)} className="inline-flex min-h-11 items-center">
        {place ? "Changer de lieu" : "Dites où vous êtes"}
      </a>
    </p>
  );
}
