import "server-only";
import { and, eq } from "drizzle-orm";
import { clientReviews } from "@/db/schema/partners";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import type { FieldErrors, Values } from "@/lib/result";
import { reviewMailJob } from "../jobs";
import { addressesIn } from "../model/addresses";
import { isComplete } from "../model/checklist";
import { moveReview, RECORD_FIELDS, type ReviewMove, type ReviewRole } from "../model/review";
import { getChecklist } from "../queries/checklist";
import { getClient } from "../queries/clients";
import { getMember } from "../queries/members";
import { findReview, getReview, isOwnRequest, type Review } from "../queries/reviews";
import { addressesInput, readDecision, recordInput } from "../schemas";
import { ourOrigins } from "./clients";

const MOVED = "Cette demande a changé entre-temps. Rechargez la page.";

/** Writes the move in the state it was read in: two people at once make one move. */
async function move(
  ctx: Transaction,
  review: Review,
  [name, role]: [ReviewMove, ReviewRole],
  more: Partial<typeof clientReviews.$inferInsert> = {},
) {
  const state = moveReview(review.state, name, role);
  if (!state) throw conflict(MOVED);
  const moved = await ctx.db
    .update(clientReviews)
    .set({ ...more, state })
    .where(and(eq(clientReviews.id, review.id), eq(clientReviews.state, review.state)))
    .returning({ id: clientReviews.id });
  if (moved.length === 0) throw conflict(MOVED);
  await reviewMailJob.enqueue(ctx, { reviewId: review.id, move: name });
}

async function getOwnReview(ctx: Context, organisationId: string, clientId: string) {
  const { role } = await getMember(ctx, organisationId);
  const review = await findReview(ctx, clientId);
  if (!review || review.organisationId !== organisationId) throw conflict(MOVED);
  return { review, role: role === "owner" ? ("owner" as const) : ("member" as const) };
}

const typedRecord = (values: Values) =>
  Object.fromEntries(
    [...RECORD_FIELDS.map(([name]) => name), "dpoName", "dpoEmail"].map((name) => [
      name,
      (values[name] ?? "").trim(),
    ]),
  );

const typedAddresses = (values: Values) => ({
  redirectUris: addressesIn(values.redirectUris ?? ""),
  postLogoutRedirectUris: addressesIn(values.postLogoutRedirectUris ?? ""),
  backchannelLogoutUri: (values.backchannelLogoutUri ?? "").trim() || null,
});

/** Keeps what is typed, right or wrong, until it is sent. */
export function saveRecord(ctx: Context, organisationId: string, clientId: string, values: Values) {
  return transaction(ctx, async (ctx) => {
    await getMember(ctx, organisationId);
    await getClient(ctx, organisationId, clientId);
    const typed = { record: typedRecord(values), ...typedAddresses(values) };
    const [kept] = await ctx.db
      .insert(clientReviews)
      .values({ organisationId, clientId, ...typed })
      .onConflictDoUpdate({
        target: clientReviews.clientId,
        set: typed,
        setWhere: eq(clientReviews.state, "draft"),
      })
      .returning({ id: clientReviews.id });
    if (!kept) throw conflict(MOVED);
    await recordEvent(ctx, "partner.save-record", kept.id, { clientId });
  });
}

function checkRecord(values: Values) {
  const fields: FieldErrors = {};
  const schemas = [recordInput, addressesInput("production", ourOrigins())];
  for (const schema of schemas)
    for (const { path, message } of schema.safeParse(values).error?.issues ?? [])
      fields[path.join(".")] ??= message;
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

/** Sends the request to the Métropole: its record is complete, and every line of the checklist was seen green. */
export async function submitReview(
  ctx: Context,
  organisationId: string,
  clientId: string,
  values: Values,
) {
  await saveRecord(ctx, organisationId, clientId, values);
  checkRecord(values);
  if (!isComplete(await getChecklist(ctx, clientId)))
    throw conflict(
      "La liste de vérifications n’est pas finie\u00a0: chaque ligne doit être réussie.",
    );
  await transaction(ctx, async (ctx) => {
    const { review, role } = await getOwnReview(ctx, organisationId, clientId);
    await move(ctx, review, ["submit", role], {
      submittedBy: ctx.actor.id,
      submittedAt: new Date(),
      reason: null,
    });
    await recordEvent(ctx, "partner.ask-production", review.id, { clientId });
  });
}

/** Back to the form: before an answer, or after a refusal. */
export function reopenReview(ctx: Context, organisationId: string, clientId: string) {
  return transaction(ctx, async (ctx) => {
    const { review, role } = await getOwnReview(ctx, organisationId, clientId);
    const name = review.state === "refused" ? "revise" : "withdraw";
    await move(ctx, review, [name, role]);
    await recordEvent(ctx, "partner.save-record", review.id, { clientId, move: name });
  });
}

/** The Métropole accepts, scope by scope, or refuses and says why. Nobody decides on their own request. */
export function decideReview(ctx: Context, reviewId: string, values: Values) {
  return transaction(ctx, async (ctx) => {
    const review = await getReview(ctx, reviewId);
    if (await isOwnRequest(ctx.actor.id, review.organisationId)) throw forbidden();
    const asked = readDecision(review.settings.scopes, values);
    const { decision, reason, decisions, errors } = asked;
    if (Object.keys(errors).length > 0) throw invalid(errors);
    await move(ctx, review, [decision, "reviewer"], {
      decisions,
      reason,
      decidedBy: ctx.actor.id,
      decidedAt: new Date(),
    });
    await recordEvent(ctx, "partner.decide", review.id, { decision, decisions });
  });
}
