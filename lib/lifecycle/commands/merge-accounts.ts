import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { accountMerges, mergeProofs } from "@/db/schema/lifecycle";
import { lockAccount } from "@/lib/accounts/commands/lock-account";
import { moveCertificate, moveDevices } from "@/lib/accounts/commands/move-ways-in";
import { system } from "@/lib/auth/actor";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import { joinSubjects } from "@/lib/connect/commands/join-subjects";
import { takeOverConsents } from "@/lib/consents/commands/take-over";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import type { MergeProof } from "../model";
import { refusalToJoin } from "../model/merge";
import { getSide } from "../queries/merge-sides";
import { closeAccount } from "./close-account";
import { mergeNoticeJob } from "./send-merge-notice";

const lifecycle = system("lifecycle");

const STALE =
  "Cette preuve a déjà servi, ou trop de temps a passé. Si vos comptes ne sont pas réunis, recommencez.";

/** Once: of two presses, or two windows, one goes on. */
const useProof = async ({ db }: Transaction, id: string, accountId: string) => {
  const [used] = await db
    .update(mergeProofs)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(mergeProofs.id, id),
        eq(mergeProofs.accountId, accountId),
        isNull(mergeProofs.usedAt),
        gt(mergeProofs.expiresAt, sql`now()`),
      ),
    )
    .returning({ otherId: mergeProofs.otherId, proof: mergeProofs.proof });
  if (!used) throw conflict(STALE);
  return used;
};

/** What was joined to the closed one is now joined to the one that stays. */
const noteMerge = async ({ db }: Transaction, mergedId: string, keptId: string) => {
  await db.update(accountMerges).set({ keptId }).where(eq(accountMerges.keptId, mergedId));
  await db.insert(accountMerges).values({ mergedId, keptId });
};

const joinTo = async (ctx: Transaction, mergedId: string, keptId: string) => {
  await takeOverConsents(ctx, mergedId, keptId);
  await moveCertificate(ctx, mergedId, keptId);
  await moveDevices(ctx, mergedId, keptId);
  await joinSubjects(ctx, mergedId, keptId);
  await noteMerge(ctx, mergedId, keptId);
  await endSessions(ctx, keptId);
  await closeAccount(ctx, mergedId, "merge");
};

export type Merged = { keptId: string; proof: MergeProof };

/**
 * One account of two, both of which their owner has just proven to hold: the session the one, `proofId` the other.
 * `keptId` stays, with its address and its password; the other one is closed. All or nothing, and only once: both rows
 * are locked, in the same order whoever asks. Everybody is signed out, and services told.
 */
export async function mergeAccounts(
  ctx: Context,
  { proofId, keptId }: { proofId: string; keptId: string },
): Promise<Merged> {
  const { actor } = ctx;
  if (actor.kind !== "account") throw forbidden();
  return transaction(lifecycle, async (tx) => {
    const { otherId, proof } = await useProof(tx, proofId, actor.id);
    const pair = [actor.id, otherId].sort();
    if (!pair.includes(keptId)) throw forbidden();
    for (const id of pair) await lockAccount(tx, id);
    const mergedId = keptId === actor.id ? otherId : actor.id;
    const refusal = refusalToJoin(await getSide(mergedId, tx), await getSide(keptId, tx));
    if (refusal) throw conflict(refusal);
    await joinTo(tx, mergedId, keptId);
    await recordEvent(tx, "account.merge", keptId, { mergedId, proof });
    await mergeNoticeJob.enqueue(tx, { accountId: keptId, noticeId: randomUUID() });
    return { keptId, proof };
  });
}
