import { pool } from "@/db/client";
import { accountClosures, accountMerges, accountRecoveries, mergeProofs } from "@/db/schema";
import { createAccount } from "./connect";

const soon = () => new Date(Date.now() + 3_600_000);

/** An account that its owner wants closed, another one joined to it, and a way back in. */
export async function createLifecycle(accountId: string, organisationId: string, askedBy: string) {
  await pool.insert(accountClosures).values({ accountId, cause: "owner", dueAt: soon() });
  const { id: mergedId } = await createAccount();
  await pool.insert(accountMerges).values({ mergedId, keptId: accountId });
  await pool
    .insert(mergeProofs)
    .values({ accountId, otherId: mergedId, proof: "password", expiresAt: soon() });
  const row = { email: "neuf@exemple.fr", reason: "x", evidence: ["identity-paper" as const] };
  await pool.insert(accountRecoveries).values({ organisationId, accountId, askedBy, ...row });
}
