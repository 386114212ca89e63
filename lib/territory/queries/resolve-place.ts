import "server-only";
import { type Context, read } from "@/lib/context";
import { type Address, type Place, resolveCommune } from "../model";
import { searchAddresses } from "./addresses";
import { findPlace, getTerritory } from "./find-place";

const CHOICES = 6;

type Found = { insee: string; address?: string };
type Choices = { places: Place[]; addresses: Address[] };

/** The street part, with its number: what tells a person that the right place was understood. */
const streetOf = ({ houseNumber, street }: Address) =>
  [houseNumber, street].filter(Boolean).join(" ");

const namesOneStreet = ([first, second]: Address[]) =>
  first !== undefined && first.street !== "" && second === undefined;

/** What a typed text may mean: communes by name or code, else addresses. */
export const listPlaces = (ctx: Context, typed: string): Promise<Choices> =>
  read(ctx, async (db) => {
    const inside = { actor: ctx.actor, db };
    const resolution = resolveCommune(await getTerritory(inside), typed);
    if (resolution.kind === "found") return { places: [resolution.place], addresses: [] };
    if (resolution.kind === "ask") return { places: resolution.places, addresses: [] };
    return { places: [], addresses: await searchAddresses(inside, typed, { limit: CHOICES }) };
  });

/** The one place meant by a text, or picked from the list; null when it has to be chosen. */
export async function resolvePlace(
  ctx: Context,
  {
    typed,
    insee,
    address,
  }: { typed: string; insee?: string | undefined; address?: string | undefined },
): Promise<Found | null> {
  if (insee) {
    const place = await findPlace(ctx, insee);
    return place && (address ? { insee, address } : { insee });
  }
  const { places, addresses } = await listPlaces(ctx, typed);
  const [place, [found]] = [places.length === 1 ? places[0] : undefined, addresses];
  if (place) return { insee: place.insee };
  return found && namesOneStreet(addresses)
    ? { insee: found.insee, address: streetOf(found) }
    : null;
}
