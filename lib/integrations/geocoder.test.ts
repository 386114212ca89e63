import { expect, test, vi } from "vitest";
import { serve } from "@/db/test/serve";
import { type Geocoder, geoPlateforme, grandLyon, withBreaker } from "./geocoder";

const near = { insee: "69029", limit: 5 };

const PHOTON = {
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      geometry: { type: "Point", coordinates: [4.9071, 45.7337] },
      properties: {
        ...{ type: "house", housenumber: "12", street: "Rue de la Marne", postcode: "69500" },
        ...{ city: "Bron", country: "France", extra: { insee: "69029", metropole: "true" } },
      },
    },
    {
      type: "Feature",
      geometry: { type: "Point", coordinates: [4.82, 45.72] },
      properties: {
        ...{ type: "street", name: "Rue Orsel", postcode: 69600, city: "Oullins-Pierre-Bénite" },
        ...{ country: "France", extra: { insee: "69152", metropole: "true" } },
      },
    },
  ],
};

const GEOPLATEFORME = {
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      geometry: { type: "Point", coordinates: [4.8592, 45.7606] },
      properties: {
        ...{
          label: "12 Rue du Lac 69003 Lyon",
          score: 0.97,
          housenumber: "12",
          type: "housenumber",
        },
        ...{ name: "12 Rue du Lac", street: "Rue du Lac", postcode: "69003", city: "Lyon" },
        ...{ citycode: "69383", district: "Lyon 3e Arrondissement", _type: "address" },
      },
    },
  ],
};

/** Answers only what the real service would understand. */
const strict = (path: string, allowed: string[], body: unknown) =>
  serve(async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const isKnown = [...searchParams.keys()].every((key) => allowed.includes(key));
    if (request.method !== "GET" || pathname !== path || !isKnown || !searchParams.get("q"))
      return new Response("bad request", { status: 400 });
    return Response.json(body);
  });

test("the Métropole's Photon: numbers, streets, former communes", async () => {
  const base = await strict("/photon-bal/api", ["q", "limit", "lat", "lon"], PHOTON);
  expect(await grandLyon(`${base}/photon-bal/api`)("12 rue de la marne", near)).toEqual([
    {
      label: "12 Rue de la Marne, 69500 Bron",
      houseNumber: "12",
      street: "Rue de la Marne",
      postalCode: "69500",
      commune: "Bron",
      insee: "69029",
      longitude: 4.9071,
      latitude: 45.7337,
      source: "grandlyon",
    },
    expect.objectContaining({
      label: "Rue Orsel, 69600 Oullins-Pierre-Bénite",
      insee: "69149",
      postalCode: "69600",
    }),
  ]);
});

test("the Géoplateforme: an arrondissement is Lyon", async () => {
  const allowed = ["q", "limit", "index", "citycode", "lat", "lon", "autocomplete"];
  const base = await strict("/geocodage/search", allowed, GEOPLATEFORME);
  const [found] = await geoPlateforme(`${base}/geocodage/search`)("12 rue du lac", near);
  expect(found).toMatchObject({
    label: "12 Rue du Lac, 69003 Lyon",
    insee: "69123",
    source: "geoplateforme",
  });
});

test.for([
  ["too many requests", () => new Response("slow down", { status: 429 })],
  ["a fault", () => new Response("oops", { status: 500 })],
  ["a page instead of JSON", () => new Response("<html>")],
  ["JSON of another shape", () => Response.json({ features: [{ properties: {} }] })],
  ["a redirect elsewhere", () => Response.redirect("http://127.0.0.1:1/")],
] as const)("%s is a failure", async ([, answer]) => {
  const base = await serve(async () => answer());
  await expect(grandLyon(base)("rue", near)).rejects.toThrow();
  await expect(geoPlateforme(base)("rue", near)).rejects.toThrow();
});

test("a service that hangs is not waited for", async () => {
  const base = await serve(() => new Promise(() => {}));
  const started = Date.now();
  await expect(grandLyon(base)("rue", near)).rejects.toThrow();
  expect(Date.now() - started).toBeLessThan(3_000);
});

test("after three failures in a row it is left alone for a minute", async () => {
  let now = 0;
  const ask = vi.fn<Geocoder>().mockRejectedValue(new Error("down"));
  const guarded = withBreaker(ask, () => now);
  for (let i = 0; i < 5; i++) await expect(guarded("rue", near)).rejects.toThrow();
  expect(ask).toHaveBeenCalledTimes(3);
  now = 61_000;
  ask.mockResolvedValue([]);
  await expect(guarded("rue", near)).resolves.toEqual([]);
});
