import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { oidcKeys } from "@/db/schema/connect";
import { seal } from "@/lib/auth/secrets";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { type KeyState, SIGNING_ALGORITHMS, type SigningAlgorithm } from "../model";

/** Long enough for the last id token signed with a retired key to serve as a hint at sign-out. */
const RETIRED_DAYS = 7;

async function newKey(alg: SigningAlgorithm, state: KeyState) {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { alg, state, jwk: seal("connect-key", JSON.stringify({ ...jwk, kid, alg, use: "sig" })) };
}

const oneAtATime = ({ db }: Transaction) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('oidc_keys'))`);

/** For each algorithm one that signs, and the next, already published. */
async function addKeys(ctx: Transaction) {
  for (const alg of SIGNING_ALGORITHMS)
    for (const state of ["current", "next"] as const) {
      const id = crypto.randomUUID();
      await ctx.db.insert(oidcKeys).values({ id, ...(await newKey(alg, state)) });
      await recordEvent(ctx, "key.create", id, { alg, state });
    }
}

/** The first keys of a new installation. */
export function createKeys(ctx: Context) {
  return transaction(ctx, async (ctx) => {
    await oneAtATime(ctx);
    if ((await ctx.db.select({ id: oidcKeys.id }).from(oidcKeys).limit(1)).length > 0) return;
    await addKeys(ctx);
  });
}

/**
 * After a leak: nothing signed before is worth anything, and no key of before is published any more. Services that keep
 * our keys meet one they do not know, and read them again.
 */
export function replaceKeys(ctx: Context) {
  return transaction(ctx, async (ctx) => {
    await oneAtATime(ctx);
    await ctx.db.delete(oidcKeys);
    await addKeys(ctx);
  });
}

/**
 * Next signs, current is retired but still published, a new next is published, and what was retired a week ago goes.
 * Nobody ever meets a signature whose key was not published at least one rotation before.
 */
export function rotateKeys(ctx: Context) {
  return transaction(ctx, async (ctx) => {
    await oneAtATime(ctx);
    const old = lt(oidcKeys.retiredAt, sql`now() - ${RETIRED_DAYS} * interval '1 day'`);
    await ctx.db.delete(oidcKeys).where(and(eq(oidcKeys.state, "retired"), old));
    for (const alg of SIGNING_ALGORITHMS) {
      const ofState = (state: KeyState) => and(eq(oidcKeys.alg, alg), eq(oidcKeys.state, state));
      await ctx.db
        .update(oidcKeys)
        .set({ state: "retired", retiredAt: new Date() })
        .where(ofState("current"));
      await ctx.db.update(oidcKeys).set({ state: "current" }).where(ofState("next"));
      const id = crypto.randomUUID();
      await ctx.db.insert(oidcKeys).values({ id, ...(await newKey(alg, "next")) });
      await recordEvent(ctx, "key.rotate", id, { alg });
    }
  });
}
