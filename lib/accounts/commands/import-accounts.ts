import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { accounts, importedAccounts } from "@/db/schema/accounts";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { recordEvents } from "@/lib/events/commands";
import type { ImportRow, Outcome } from "../model/import";

export type Imported = { row: ImportRow; outcome: Outcome };

/** What each row of a batch would become: known from a former import, known by its address, or new. */
async function classify({ db }: Transaction, source: string, rows: readonly ImportRow[]) {
  const known = await db
    .select({ externalId: importedAccounts.externalId })
    .from(importedAccounts)
    .where(
      and(
        eq(importedAccounts.source, source),
        inArray(
          importedAccounts.externalId,
          rows.map(({ externalId }) => externalId),
        ),
      ),
    );
  const taken = await db
    .select({ email: accounts.email })
    .from(accounts)
    .where(
      inArray(
        accounts.email,
        rows.map(({ email }) => email),
      ),
    );
  const done = new Set(known.map(({ externalId }) => externalId));
  const seen = new Set(taken.map(({ email }) => email));
  return rows.map((row): Imported => {
    if (done.has(row.externalId)) return { row, outcome: "already" };
    const outcome = seen.has(row.email) ? "duplicate" : "imported";
    seen.add(row.email);
    if (outcome === "imported") done.add(row.externalId);
    return { row, outcome };
  });
}

async function write(ctx: Transaction, source: string, rows: readonly ImportRow[]) {
  const now = new Date();
  const people = rows.map((row) => ({ ...row, id: crypto.randomUUID() }));
  const written = await ctx.db
    .insert(accounts)
    .values(
      people.map(({ externalId: _id, wasCertified: _flag, ...person }) => ({
        ...person,
        emailVerifiedAt: now,
        termsAcceptedAt: now,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: accounts.id });
  const ids = new Set(written.map(({ id }) => id));
  const created = people.filter(({ id }) => ids.has(id));
  if (created.length === 0) return ids.size;
  await ctx.db.insert(importedAccounts).values(
    created.map(({ id, externalId, wasCertified }) => ({
      accountId: id,
      source,
      externalId,
      wasCertified,
    })),
  );
  const subjects = created.map(({ id }) => ({ subjectId: id, details: { source } }));
  await recordEvents(ctx, "account.import", subjects);
  return ids.size;
}

/**
 * Takes over accounts of another service, a batch at once and all or nothing; says what became of each. Run again, what
 * was taken stays as it is. `isDry`: says it and writes nothing.
 */
export function importAccounts(
  ctx: Context,
  source: string,
  rows: readonly ImportRow[],
  { isDry = false }: { isDry?: boolean } = {},
): Promise<Imported[]> {
  return transaction(ctx, async (ctx) => {
    if (rows.length === 0) return [];
    const found = await classify(ctx, source, rows);
    const fresh = found.filter(({ outcome }) => outcome === "imported").map(({ row }) => row);
    if (!isDry && fresh.length > 0) {
      const count = await write(ctx, source, fresh);
      // Somebody signed up with one of these addresses in the meantime: the batch is read again.
      if (count < fresh.length) return classify(ctx, source, rows);
    }
    return found;
  });
}
