import "server-only";
import { and, eq } from "drizzle-orm";
import { pairwiseSubjects } from "@/db/schema/connect";
import { system } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";

/** This account's name for a sector, given once and kept: it says nothing and crosses no sector. */
export function subjectFor(accountId: string, sector: string): Promise<string> {
  const mine = and(eq(pairwiseSubjects.accountId, accountId), eq(pairwiseSubjects.sector, sector));
  return transaction(system("connect"), async ({ db }) => {
    const find = () => db.select({ sub: pairwiseSubjects.sub }).from(pairwiseSubjects).where(mine);
    const [known] = await find();
    if (known) return known.sub;
    await db.insert(pairwiseSubjects).values({ accountId, sector }).onConflictDoNothing();
    const [given] = await find();
    if (!given) throw new Error("no pairwise subject");
    return given.sub;
  });
}
