import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { mergeProofs } from "@/db/schema/lifecycle";
import { getAccount } from "@/lib/accounts/queries";
import { system } from "@/lib/auth/actor";
import { type Context, read } from "@/lib/context";
import type { Side } from "../model/merge";
import { holdsRole } from "../queries";

const lifecycle = system("lifecycle");

/** A proof that may still serve, of this account's owner; or null. */
export async function findProof(ctx: Context, id: string) {
  const [proof] = await read(ctx, (db) =>
    db
      .select({
        accountId: mergeProofs.accountId,
        otherId: mergeProofs.otherId,
        proof: mergeProofs.proof,
      })
      .from(mergeProofs)
      .where(
        and(
          eq(mergeProofs.id, id),
          isNull(mergeProofs.usedAt),
          gt(mergeProofs.expiresAt, sql`now()`),
        ),
      ),
  );
  return proof ?? null;
}

/** An account as the rules of a merge see it. As the system, who alone sees both. */
export async function getSide(id: string, ctx: Context = lifecycle): Promise<Side> {
  const { email, isClosing, certificate } = await getAccount(ctx, id);
  const [row] = await read(ctx, (db) =>
    db.execute<{ is: boolean }>(sql`
      select exists (select from account_recoveries where account_id = ${id} and ended_at is null) as is`),
  );
  const isRecovering = row?.is ?? false;
  return { id, email, isClosing, isRecovering, certificate, holdsRole: await holdsRole(id, ctx) };
}
