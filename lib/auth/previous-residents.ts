import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { residents } from "@/db/schema/auth";
import { agents } from "@/db/schema/organisations";
import type { Transaction } from "@/lib/context";
import { moveFiles } from "@/lib/files/commands/move-files";
import { moveRequests } from "@/lib/requests/commands/move-requests";

const NAME = /^[\w-]{1,100}$/;

/** An agent who is known by the other account is known by this one. */
const moveAgent = ({ db }: Transaction, from: string, to: string) =>
  db
    .update(agents)
    .set({ residentId: to })
    .where(
      and(
        eq(agents.residentId, from),
        sql`not exists (select from agents other where other.resident_id = ${to})`,
      ),
    );

/**
 * Connect says that this person had other accounts, now joined to this one (`previous_subs`): what they did with them on
 * the portal is theirs here, and no copy of them is kept.
 */
export async function takeOverPrevious(ctx: Transaction, residentId: string, previous: unknown) {
  const subs = Array.isArray(previous) ? previous.map(String).filter((sub) => NAME.test(sub)) : [];
  if (subs.length === 0) return;
  const before = await ctx.db
    .select({ id: residents.id })
    .from(residents)
    .where(
      and(inArray(residents.sub, subs), ne(residents.id, residentId), ne(residents.email, "")),
    );
  const gone = { email: "", givenName: "", familyName: "", claims: {}, communeInsee: null };
  for (const { id } of before) {
    await moveRequests(ctx, id, residentId);
    await moveFiles(ctx, id, residentId);
    await moveAgent(ctx, id, residentId);
    await ctx.db.update(residents).set(gone).where(eq(residents.id, id));
  }
}
