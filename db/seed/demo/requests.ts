import { createHash } from "node:crypto";
import { BODIES } from "@/db/seed/bodies";
import type { ProcedureSeed } from "@/db/seed/catalogue/model";
import { idOf } from "@/db/seed/ids";
import { organisationId, unitId } from "@/db/seed/organisations";
import {
  formVersionId,
  PROCEDURES,
  procedureId,
  providerId,
  publisherOf,
  workflowVersionId,
} from "@/db/seed/procedures";
import { type Answers, answersOf } from "@/lib/forms/model";
import { formDefinition } from "@/lib/forms/schemas";
import { asDay, CODE_ALPHABET, endOfDay } from "@/lib/requests/model";
import type { Clock } from "./clock";
import type { RequestSeed } from "./list";
import { type Person, personOf, residentId } from "./people";
import { TYPED } from "./typed";

const [DAY_MS, DRAFT_DAYS] = [86_400_000, 30];
const IDENTITY = ["familyName", "givenName", "birthdate", "email", "phone"];

const dayAfter = (date: Date, days: number) => asDay(new Date(date.getTime() + days * DAY_MS));

/** BRON-2026-4K7P2M, always the same for the same request of the demo. */
function referenceOf(code: string, rank: number, sentAt: Date) {
  const bytes = createHash("sha256").update(`reference:${code}:${rank}`).digest();
  const letters = [...bytes.subarray(0, 6)].map((byte) => CODE_ALPHABET.charAt(byte % 32));
  return `${code}-${asDay(sentAt).slice(0, 4)}-${letters.join("")}`;
}

/** The code that opens the request of somebody without an account; in this order in the list. */
export function trackingCodeOf(rank: number) {
  const digits = String(rank).padStart(4, "0");
  return `DEM0-0000-${digits}`;
}

export function procedureOf(slug: string): ProcedureSeed {
  const seed = PROCEDURES.find((known) => known.slug === slug);
  if (!seed) throw new Error(`no procedure ${slug}`);
  return seed;
}

const holderOf = (person: Person, rank: number) =>
  person.accountId
    ? { residentId: residentId(person.key) }
    : { trackingHash: createHash("sha256").update(trackingCodeOf(rank)).digest("hex") };

const whereOf = ({ procedure, body }: RequestSeed) => {
  const seed = procedureOf(procedure);
  return {
    procedureId: procedureId(procedure),
    providerId: providerId(procedure, body),
    formVersionId: formVersionId(procedure, body),
    workflowVersionId: workflowVersionId(seed.workflow),
    organisationId: organisationId(body),
    unitId: unitId(body, seed.units[body] ?? ""),
    kind: seed.kind,
  };
};

type Joined = { id: string; name: string };

/** What was typed, the answers checked as on the day it was sent, and the documents they name. */
export function fillIn(seed: RequestSeed, rank: number, sentAt: Date) {
  const joined: Joined[] = [];
  const typed = TYPED[seed.procedure]?.({
    person: personOf(seed.by),
    body: seed.body,
    rank,
    day: (after) => dayAfter(sentAt, after),
    file: (name) => {
      const id = idOf(`file:${rank}:${name}`);
      joined.push({ id, name });
      return id;
    },
  });
  const definition = formDefinition.parse(
    procedureOf(seed.procedure).form.of(publisherOf(seed.body)),
  );
  const answers = answersOf(definition, typed ?? {}, asDay(sentAt));
  return { typed: typed ?? {}, definition, answers, files: filesIn(answers, joined) };
}

const filesIn = (answers: Answers, joined: Joined[]) =>
  Object.entries(answers).flatMap(([fieldId, answer]) =>
    Array.isArray(answer)
      ? joined.filter(({ id }) => answer.includes(id)).map((file) => ({ ...file, fieldId }))
      : [],
  );

/** The row as it was on the day it was sent, or as the draft it still is. */
export function requestRow(seed: RequestSeed, rank: number, clock: Clock) {
  const { sentAt } = clock;
  const person = personOf(seed.by);
  const { typed, answers } = fillIn(seed, rank, sentAt);
  const code = BODIES.find(({ key }) => key === seed.body)?.code ?? "";
  const { legalDelayDays } = procedureOf(seed.procedure);
  const isDraft = seed.story === null;
  const base = {
    id: idOf(`request:${rank}`),
    reference: referenceOf(code, rank, sentAt),
    ...whereOf(seed),
    ...holderOf(person, rank),
    channel: seed.channel ?? ("portal" as const),
    createdAt: new Date(sentAt.getTime() - 12 * 60_000),
    updatedAt: sentAt,
    origins: person.accountId
      ? Object.fromEntries(IDENTITY.map((part) => [`demandeur.${part}`, "account" as const]))
      : {},
  };
  if (isDraft) {
    const draftExpiresAt = endOfDay(dayAfter(sentAt, DRAFT_DAYS));
    const started = Object.entries(typed).filter(
      ([name]) => !/^(justificatif|livret|vaccins|attestation)/.test(name),
    );
    return {
      ...base,
      status: "draft" as const,
      typed: Object.fromEntries(started),
      draftExpiresAt,
    };
  }
  return {
    ...base,
    status: "submitted" as const,
    answers,
    applicantName: `${person.givenName} ${person.familyName}`,
    applicantEmail: person.email,
    applicantPhone: person.phone,
    submittedAt: sentAt,
    deadlineAt: endOfDay(dayAfter(sentAt, legalDelayDays)),
  };
}
