import { beforeEach, expect, test } from "vitest";
import { pool } from "@/db/client";
import { procedures } from "@/db/schema";
import { seedOrganisations } from "@/db/seed/organisations";
import { PROCEDURES, seedProcedures } from "@/db/seed/procedures";
import { seedTerritory } from "@/db/seed/territory";
import { visitor } from "@/db/test/factories";
import { getProcedure } from "./queries/find-procedure";
import { searchProcedures } from "./queries/search-procedures";

const nobody = { actor: visitor() };

beforeEach(() =>
  pool.transaction(async (db) => {
    await seedTerritory(db);
    await seedOrganisations(db);
    await seedProcedures(db);
  }),
);

const slugs = async (q: string) => (await searchProcedures(nobody, { q })).map(({ slug }) => slug);

const FOUND = [
  ["demenagement", "stationnement-demenagement"],
  ["déménager", "stationnement-demenagement"],
  ["je déménage", "stationnement-demenagement"],
  ["demenagment", "stationnement-demenagement"],
  ["camion", "stationnement-demenagement"],
  ["ecole", "inscription-scolaire"],
  ["École", "inscription-scolaire"],
  ["inscrire mon enfant à l'école", "inscription-scolaire"],
  ["inscription maternel", "inscription-scolaire"],
  ["poubele", "bac-tri"],
  ["poubelles", "bac-tri"],
  ["graffiti", "enlevement-tags"],
  ["grafiti sur mon mur", "enlevement-tags"],
  ["trou dans la rue", "probleme-espace-public"],
  ["signaler un trou dans la rue", "probleme-espace-public"],
  ["extrait de naissance", "acte-naissance"],
  ["etat civil", "acte-naissance"],
  ["dechetterie", "carte-decheterie"],
  ["carte déchèterie", "carte-decheterie"],
  ["tarif réduit bus", "pass-urbain"],
  ["quotient familial", "pass-urbain"],
  ["me plaindre du bruit", "reclamation"],
  ["renseignement", "demande-information"],
] as const;

test("words find their procedure first: accents or not, typos, synonyms", async () => {
  for (const [q, slug] of FOUND) expect.soft((await slugs(q))[0], q).toBe(slug);
});

test("unknown words find nothing, and signs break nothing", async () => {
  for (const q of ["xyzzy", "permis de chasse au dragon", "'; drop table procedures; --"])
    expect.soft(await slugs(q), q).toEqual([]);
  expect(await slugs("& | ! :*")).toHaveLength(PROCEDURES.length);
  expect(await pool.$count(procedures)).toBe(PROCEDURES.length);
});

test("without words, everything, the most asked first", async () => {
  expect((await slugs("")).slice(0, 2)).toEqual([
    "stationnement-demenagement",
    "inscription-scolaire",
  ]);
  expect(await slugs("les de la")).toHaveLength(PROCEDURES.length);
});

test("filters narrow the catalogue", async () => {
  const found = await searchProcedures(nobody, { category: "waste" });
  expect(found.map(({ slug }) => slug).sort()).toEqual(["bac-tri", "carte-decheterie"]);
  expect(await searchProcedures(nobody, { audience: "associations" })).toEqual([]);
});

test.for([
  ["69029", "here", "Ville de Bron", "Voirie"],
  ["69149", "here", "Ville d’Oullins-Pierre-Bénite", "Voirie"],
  ["69123", "link", "Ville de Lyon", null],
] as const)("parking for a move in %s: %s, by the %s", async ([insee, kind, name, unit]) => {
  const page = await getProcedure(nobody, "stationnement-demenagement", { insee });
  expect(page.answer.kind).toBe(kind);
  expect(page.provider?.organisation.name).toBe(name);
  expect(page.provider?.unit?.name ?? null).toBe(unit);
});

test("a commune without agreement has no form for it, but the Métropole's problems are for all", async () => {
  const moving = await getProcedure(nobody, "stationnement-demenagement", { insee: "69266" });
  expect(moving).toMatchObject({ answer: { kind: "none" }, provider: null });
  const street = await getProcedure(nobody, "probleme-espace-public", { insee: "69266" });
  expect(street.provider?.organisation.name).toBe("Métropole de Lyon");
});

test("an unknown procedure is not found", async () => {
  await expect(getProcedure(nobody, "inconnue", {})).rejects.toMatchObject({ code: "not-found" });
});
