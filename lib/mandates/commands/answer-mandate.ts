import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { mandates } from "@/db/schema/mandates";
import { fullName } from "@/lib/accounts/model";
import { getAccount } from "@/lib/accounts/queries";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { endOf, otherSide } from "../model";
import { canAnswer } from "../policy";
import { getMandate, type Mandate } from "../queries";
import { tellBoth, writeTo } from "./both-sides";
import { agreeForMandate } from "./person-agrees";

const OVER =
  "Cette proposition n’attend plus de réponse. Demandez à l’autre personne d’en faire une nouvelle.";

type Answer = Partial<typeof mandates.$inferInsert> & { status: "active" | "refused" };

/** One answer counts: of two given at once, the first. */
async function write(ctx: Transaction, mandate: Mandate, answer: Answer) {
  const account = await getAccount(ctx, ctx.actor.id);
  const values = {
    ...answer,
    inviteeId: ctx.actor.id,
    inviteeName: fullName(account),
    inviteeEmail: null,
  };
  const asked = and(
    eq(mandates.id, mandate.id),
    eq(mandates.status, "asked"),
    gt(mandates.answerBy, sql`now()`),
  );
  const [written] = await ctx.db
    .update(mandates)
    .set(values)
    .where(asked)
    .returning({ id: mandates.id });
  if (!written) throw conflict(OVER);
  return getMandate(ctx, mandate.id);
}

async function load(ctx: Transaction, id: string) {
  const mandate = await getMandate(ctx, id);
  return { mandate, mayAnswer: canAnswer(ctx.actor, mandate, new Date()) };
}

/** From this moment, and until its end, the helper may act. Accepted twice, it is accepted once. */
export function acceptMandate(ctx: Context, id: string) {
  // recordEvent( in tellBoth, for each side.
  return transaction(ctx, async (ctx) => {
    const { mandate, mayAnswer } = await load(ctx, id);
    if (mandate.status === "active" && mandate.inviteeId === ctx.actor.id) return;
    if (!mayAnswer) throw conflict(OVER);
    const now = new Date();
    const answer = {
      status: "active",
      acceptedAt: now,
      endsAt: endOf(mandate.duration, now),
    } as const;
    const accepted = await write(ctx, mandate, answer);
    if (mandate.askedBy === "helper") await agreeForMandate(ctx, mandate.clientIds);
    await tellBoth(ctx, "mandate.accept", accepted);
    await writeTo(ctx, id, mandate.askedBy, "accepted");
  });
}

export function refuseMandate(ctx: Context, id: string) {
  // recordEvent( in tellBoth, for each side.
  return transaction(ctx, async (ctx) => {
    const { mandate, mayAnswer } = await load(ctx, id);
    if (mandate.status === "refused") return;
    if (!mayAnswer) throw conflict(OVER);
    const refused = await write(ctx, mandate, { status: "refused", endedAt: new Date() });
    await tellBoth(ctx, "mandate.refuse", refused, { by: otherSide(mandate.askedBy) });
    await writeTo(ctx, id, mandate.askedBy, "refused");
  });
}
