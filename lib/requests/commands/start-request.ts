import "server-only";
import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { helperOf } from "@/lib/auth/actor";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, DomainError, forbidden, parseInput } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { asTyped, isCertified, looksBack, prefill } from "@/lib/forms/model";
import { getDefinition } from "@/lib/forms/queries";
import { asDay, CODE_ALPHABET, draftExpiry, type Status } from "../model";
import { needsCertified } from "../queries/certification";
import {
  findFormerAnswers,
  findJustStarted,
  findKnownIdentity,
  getProviderToFile,
} from "../queries/get-draft";
import { type StartRequestInput, startRequestInput } from "../schemas";

const ATTEMPTS = 5;

/** BRON-2026-4K7P2M */
function newReference(organisationCode: string, now: Date) {
  const letters = Array.from({ length: 6 }, () => CODE_ALPHABET.charAt(randomInt(32)));
  return `${organisationCode}-${asDay(now).slice(0, 4)}-${letters.join("")}`;
}

const SIGN_IN = new DomainError(
  "forbidden",
  "Connectez-vous pour faire cette démarche\u00a0: elle demande un compte.",
);

export const CERTIFY = new DomainError(
  "forbidden",
  "Certifiez votre identité avec FranceConnect pour faire cette démarche.",
);

const CERTIFY_THEMSELVES = new DomainError(
  "forbidden",
  "Cette démarche demande une identité certifiée\u00a0: la personne que vous aidez doit certifier la sienne avec FranceConnect.",
);

const NOT_REACHED = new DomainError(
  "forbidden",
  "Votre mandat ne couvre pas les démarches de cette collectivité.",
);

function checkCertified({ actor }: Transaction, isNeeded: boolean, known: Known) {
  if (isNeeded && !isCertified(known)) throw helperOf(actor) ? CERTIFY_THEMSELVES : CERTIFY;
}

/** Under a mandate narrowed to some organisations, nothing starts elsewhere. */
function checkReach({ actor }: Transaction, unitId: string) {
  if (helperOf(actor)?.unitIds?.includes(unitId) === false) throw NOT_REACHED;
}

function holderOf({ actor }: Transaction) {
  if (actor.kind === "resident") return { residentId: actor.id };
  if (actor.kind === "visitor" && actor.id !== "") return { trackingHash: actor.id };
  throw forbidden();
}

/** One start at a time for this person and this procedure. */
const takeTurn = ({ db, actor }: Transaction, providerId: string) =>
  db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`start:${actor.id}:${providerId}`}, 0))`,
  );

async function insertDraft(ctx: Transaction, code: string, row: Row) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [draft] = await ctx.db
      .insert(requests)
      .values({ ...row, reference: newReference(code, new Date()) })
      .onConflictDoNothing({ target: requests.reference })
      .returning({ id: requests.id, reference: requests.reference, status: requests.status });
    if (draft) return draft;
  }
  throw conflict("La démarche n’a pas pu commencer. Recommencez.");
}

type Known = Awaited<ReturnType<typeof findKnownIdentity>>;
type Row = Omit<typeof requests.$inferInsert, "reference">;

/**
 * Starts a draft, filled with what the account and the link know. A visitor's actor already holds the
 * hash of their new tracking code. Clicked twice, it starts one draft.
 */
export function startRequest(
  ctx: Context,
  input: StartRequestInput,
): Promise<{ reference: string; status: Status }> {
  const { providerId, prefill: given } = parseInput(startRequestInput, input);
  return transaction(ctx, async (ctx) => {
    const { organisationCode, isOpenToAnonymous, asksForCertified, id, ...provider } =
      await getProviderToFile(ctx, providerId);
    const holder = holderOf(ctx);
    if ("trackingHash" in holder && !isOpenToAnonymous) throw SIGN_IN;
    checkReach(ctx, provider.unitId);
    await takeTurn(ctx, providerId);
    const started = await findJustStarted(ctx, providerId);
    if (started) return started;
    const now = new Date();
    const definition = await getDefinition(ctx, provider.formVersionId);
    const known = await findKnownIdentity(ctx);
    checkCertified(ctx, needsCertified({ asksForCertified }), known);
    const former = looksBack(definition)
      ? asTyped(definition, await findFormerAnswers(ctx, provider.procedureId))
      : {};
    const draft = await insertDraft(ctx, organisationCode, {
      ...provider,
      ...holder,
      ...prefill(definition, { link: given, former }, known, asDay(now)),
      providerId: id,
      draftExpiresAt: draftExpiry("residentId" in holder ? "resident" : "visitor", now),
    });
    await recordEvent(ctx, "request.start", draft.id);
    return draft;
  });
}
