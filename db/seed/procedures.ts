import type { Db } from "@/db/client";
import { formVersions, procedureProviders, procedures, workflowVersions } from "@/db/schema";
import { estimatedMinutes } from "@/lib/forms/model";
import { formDefinition } from "@/lib/forms/schemas";
import { BODIES } from "./bodies";
import { COMMUNE_PROCEDURES } from "./catalogue/communes";
import { CONTACT_PROCEDURES } from "./catalogue/contact";
import { METROPOLE_PROCEDURES } from "./catalogue/metropole";
import type { ProcedureSeed } from "./catalogue/model";
import type { Publisher } from "./forms/parts";
import { french } from "./french";
import territory from "./generated/territory.json";
import { idOf } from "./ids";
import { organisationId, organisationName, unitId } from "./organisations";
import { WORKFLOWS } from "./workflows";

const VERSION = 1;

export const PROCEDURES: readonly ProcedureSeed[] = [
  ...COMMUNE_PROCEDURES,
  ...METROPOLE_PROCEDURES,
  ...CONTACT_PROCEDURES,
];

export const procedureId = (slug: string) => idOf(`procedure:${slug}`);
export const providerId = (slug: string, body: string) => idOf(`provider:${slug}:${body}`);
export const formVersionId = (slug: string, body: string) => idOf(`form:${slug}:${body}`);
export const workflowVersionId = (slug: string) => idOf(`workflow:${slug}`);

export function publisherOf(key: string): Publisher {
  const insee = BODIES.find((body) => body.key === key)?.insee;
  const place = territory.places.find((known) => known.insee === insee);
  return place
    ? { key, name: organisationName(place), place: place.name }
    : { key, name: "Métropole de Lyon", place: "la Métropole de Lyon" };
}

const definitionOf = ({ form }: Pick<ProcedureSeed, "form">, body: string) =>
  formDefinition.parse(french(form.of(publisherOf(body))));

const formRow = ({ form, slug }: ProcedureSeed, body: string) => ({
  id: formVersionId(slug, body),
  organisationId: organisationId(body),
  slug,
  version: VERSION,
  title: form.title,
  definition: definitionOf({ form }, body),
});

const offerOf = (seed: ProcedureSeed, body: string) => ({
  id: providerId(seed.slug, body),
  procedureId: procedureId(seed.slug),
  organisationId: organisationId(body),
  isOpenToAnonymous: seed.isOpenToAnonymous,
  asksForCertified: seed.asksForCertified ?? false,
  durationMinutes: estimatedMinutes(definitionOf(seed, body)),
  price: french(seed.price),
  legalDelayDays: seed.legalDelayDays,
  silence: seed.silence,
  content: french(seed.content(publisherOf(body))),
});

const providedHere = (seed: ProcedureSeed) =>
  Object.entries(seed.units).map(([body, unit]) => ({
    ...offerOf(seed, body),
    mode: "here" as const,
    unitId: unitId(body, unit),
    formVersionId: formVersionId(seed.slug, body),
    workflowVersionId: workflowVersionId(seed.workflow),
  }));

const providedElsewhere = (seed: ProcedureSeed) =>
  Object.entries(seed.links ?? {}).map(([body, linkUrl]) => ({
    ...offerOf(seed, body),
    mode: "link" as const,
    linkUrl,
  }));

const procedureRow = (seed: ProcedureSeed) => ({
  id: procedureId(seed.slug),
  slug: seed.slug,
  title: french(seed.title),
  summary: french(seed.summary),
  category: seed.category,
  audience: seed.audience,
  kind: seed.kind,
  synonyms: seed.synonyms,
  popularity: seed.popularity,
});

/** The catalogue: each need, who provides it, with which form and workflow. */
export async function seedProcedures(db: Db) {
  await db.insert(workflowVersions).values(
    Object.entries(WORKFLOWS).map(([slug, { title, definition }]) => ({
      id: workflowVersionId(slug),
      slug,
      version: VERSION,
      title,
      definition,
    })),
  );
  await db
    .insert(formVersions)
    .values(
      PROCEDURES.flatMap((seed) => Object.keys(seed.units).map((body) => formRow(seed, body))),
    );
  await db.insert(procedures).values(PROCEDURES.map(procedureRow));
  await db
    .insert(procedureProviders)
    .values(PROCEDURES.flatMap((seed) => [...providedHere(seed), ...providedElsewhere(seed)]));
}
