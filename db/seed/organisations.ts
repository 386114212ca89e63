import type { Db } from "@/db/client";
import { organisations, units } from "@/db/schema";
import { ofName } from "@/lib/format/text";
import { normaliseName } from "@/lib/territory/model";
import { BODIES, type BodySeed, METROPOLE, PILOTS } from "./bodies";
import { french } from "./french";
import territory from "./generated/territory.json";
import { idOf } from "./ids";

const METROPOLE_SIREN = "200046977";
const SMALL = 5_000;
const PARTICLES = /^(au|d|de|en|et|la|le|les|mont|or|sous|sur)$/;

type Commune = (typeof territory.places)[number];

export const organisationId = (key: string) => idOf(`organisation:${key}`);
export const unitId = (body: string, unit: string) => idOf(`unit:${body}:${unit}`);

export const organisationName = ({ name, population }: Commune) =>
  `${population < SMALL ? "Commune" : "Ville"} ${ofName(name)}`;

/** First part of its references: « STGENISLAVAL » for Saint-Genis-Laval. */
const codeOf = (name: string) =>
  normaliseName(name)
    .split(" ")
    .filter((word) => !PARTICLES.test(word))
    .map((word) => word.replace(/^saint/, "st"))
    .join("")
    .toUpperCase();

const phoneOf = (rank: number) =>
  `04 65 71 ${String(30 + Math.floor(rank / 100)).padStart(2, "0")} ${String(rank % 100).padStart(2, "0")}`;

const contactOf = ({ code, phone, email, address, hours, website, offer }: BodySeed) => ({
  code,
  phone,
  email,
  address,
  openingHours: french(hours),
  website,
  offer,
});

/** A commune without agreement: its town hall, by phone and at the counter. */
function communeRow(commune: Commune, rank: number) {
  const name = organisationName(commune);
  const pilot = PILOTS.find(({ insee }) => insee === commune.insee);
  return {
    id: organisationId(pilot?.key ?? commune.insee),
    slug: commune.slug,
    kind: "commune" as const,
    name,
    insee: commune.insee,
    siren: commune.siren ?? "",
    ...(pilot
      ? contactOf(pilot)
      : {
          code: codeOf(commune.name),
          phone: phoneOf(rank),
          email: `mairie@${commune.slug}.example`,
          address: `${name}\nHôtel de ville\n${commune.postalCodes[0] ?? ""} ${commune.name}`,
          openingHours: french("Du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h"),
          offer: "none" as const,
        }),
  };
}

const unitRows = (body: BodySeed) =>
  body.units.map((unit) => ({
    id: unitId(body.key, unit.key),
    organisationId: organisationId(body.key),
    name: unit.name,
    phone: unit.phone ?? null,
    email: unit.email ?? null,
    openingHours: french(unit.hours ?? null),
  }));

/** The Métropole and its 58 communes, all with a town hall; units for those that treat requests here. */
export async function seedOrganisations(db: Db) {
  await db.insert(organisations).values({
    id: organisationId(METROPOLE.key),
    slug: "metropole-de-lyon",
    kind: "metropole",
    name: "Métropole de Lyon",
    siren: METROPOLE_SIREN,
    ...contactOf(METROPOLE),
  });
  const communes = territory.places.filter(({ parentInsee }) => parentInsee === null);
  await db.insert(organisations).values(communes.map(communeRow));
  await db.insert(units).values(BODIES.flatMap(unitRows));
}
