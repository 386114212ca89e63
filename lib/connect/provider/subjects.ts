import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { pairwiseSubjects } from "@/db/schema/connect";
import { system } from "@/lib/auth/actor";
import { read, transaction } from "@/lib/context";

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

/** The names in this sector of the accounts that were joined to this one. */
export async function previousSubjects(accountId: string, sector: string) {
  const rows = await read(system("connect"), (db) =>
    db.execute<{ sub: string }>(sql`
      select p.sub from account_merges m join pairwise_subjects p on p.account_id = m.merged_id
      where m.kept_id = ${accountId} and p.sector = ${sector} order by m.at`),
  );
  return rows.map(({ sub }) => sub);
}
