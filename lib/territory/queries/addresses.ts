import "server-only";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { geoPlateforme, grandLyon, withBreaker } from "@/lib/integrations/geocoder";
import { log } from "@/lib/log";
import { ADDRESS_SOURCES, type Address, type AddressSource } from "../model";
import { type Near, searchCommunes, searchStreets } from "./streets";

type Provider = (ctx: Context, query: string, near: Near) => Promise<Address[]>;

const [photon, ign] = [withBreaker(grandLyon()), withBreaker(geoPlateforme())];

const PROVIDERS: Record<AddressSource, Provider> = {
  embedded: searchStreets,
  grandlyon: (_, query, near) => photon(query, near),
  geoplateforme: (_, query, near) => ign(query, near),
};

/** In the order of GEOCODERS: « embedded,grandlyon,geoplateforme ». */
export const configuredSources = (list = env().GEOCODERS) =>
  list.split(",").flatMap((name) => ADDRESS_SOURCES.filter((source) => source === name.trim()));

/**
 * Addresses like this one, from the first provider that knows some; then communes of that name. A
 * provider that fails is passed over: no form ever waits for one.
 */
export async function searchAddresses(
  ctx: Context,
  query: string,
  near: Near,
  providers = configuredSources().map((source) => PROVIDERS[source]),
): Promise<Address[]> {
  for (const search of providers) {
    const found = await search(ctx, query, near).catch((error: unknown) => {
      log.warn({ err: error }, "geocoder passed over");
      return [];
    });
    if (found.length > 0) return found.slice(0, near.limit);
  }
  return searchCommunes(ctx, query, near);
}
