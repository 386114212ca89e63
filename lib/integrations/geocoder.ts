import "server-only";
import * as z from "zod";
import { type Address, type AddressSource, currentInsee, labelOf } from "@/lib/territory/model";

/** `insee`: the commune that is meant, when one is known. */
type Search = { insee?: string | undefined; limit: number };

/** Asks a service on the network. Throws when it does not answer well and in time. */
export type Geocoder = (query: string, search: Search) => Promise<Address[]>;

const TIMEOUT_MS = 1_500;

const point = z.tuple([z.number(), z.number()]);
const text = z.coerce.string().trim();

const collection = <P extends z.ZodType>(properties: P) =>
  z.object({
    features: z.array(z.object({ geometry: z.object({ coordinates: point }), properties })),
  });

/** https://github.com/komoot/photon, with `extra` as the Métropole serves it. */
const photon = collection(
  z.object({
    name: text.optional(),
    housenumber: text.optional(),
    street: text.optional(),
    postcode: text,
    city: text,
    extra: z.object({ insee: text }),
  }),
);

/** https://geoservices.ign.fr/documentation/services/services-geoplateforme/geocodage */
const geoplateforme = collection(
  z.object({
    name: text.optional(),
    housenumber: text.optional(),
    street: text.optional(),
    postcode: text,
    city: text,
    citycode: text,
    type: text.optional(),
  }),
);

async function getJson(url: URL): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: "error",
  });
  if (!response.ok) throw new Error(`${url.host} answered ${response.status}`);
  return response.json();
}

type Found = {
  houseNumber: string | undefined;
  street: string;
  postalCode: string;
  commune: string;
  insee: string;
  at: [number, number];
};

function addressOf(source: AddressSource, { houseNumber, at, insee, ...found }: Found): Address {
  const part = { ...found, ...(houseNumber ? { houseNumber } : {}) };
  const [longitude, latitude] = at;
  return {
    ...part,
    ...{ label: labelOf(part), insee: currentInsee(insee), latitude, longitude, source },
  };
}

const addressed = (base: string, parameters: Record<string, string>) => {
  const url = new URL(base);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
};

export const grandLyon =
  (base = "https://download.data.grandlyon.com/geocoding/photon-bal/api"): Geocoder =>
  async (query, { limit }) => {
    const url = addressed(base, { q: query, limit: String(limit) });
    const { features } = photon.parse(await getJson(url));
    return features.map(({ geometry, properties: p }) =>
      addressOf("grandlyon", {
        houseNumber: p.housenumber,
        street: p.street ?? p.name ?? "",
        postalCode: p.postcode,
        commune: p.city,
        insee: p.extra.insee,
        at: geometry.coordinates,
      }),
    );
  };

export const geoPlateforme =
  (base = "https://data.geopf.fr/geocodage/search"): Geocoder =>
  async (query, { insee, limit }) => {
    const near = insee ? { citycode: insee } : {};
    const url = addressed(base, { q: query, limit: String(limit), index: "address", ...near });
    const { features } = geoplateforme.parse(await getJson(url));
    return features.map(({ geometry, properties: p }) =>
      addressOf("geoplateforme", {
        houseNumber: p.housenumber,
        street: p.type === "municipality" ? "" : (p.street ?? p.name ?? ""),
        postalCode: p.postcode,
        commune: p.city,
        insee: p.citycode,
        at: geometry.coordinates,
      }),
    );
  };

const FAILURES = 3;
const REST_MS = 60_000;

/** After three failures in a row, leaves a service alone for a minute: nobody waits for it meanwhile. */
export function withBreaker(ask: Geocoder, now = Date.now): Geocoder {
  let failures = 0;
  let closedUntil = 0;
  return async (query, search) => {
    if (now() < closedUntil) throw new Error("left alone after failures");
    try {
      const found = await ask(query, search);
      failures = 0;
      return found;
    } catch (error) {
      failures += 1;
      if (failures >= FAILURES) closedUntil = now() + REST_MS;
      throw error;
    }
  };
}
