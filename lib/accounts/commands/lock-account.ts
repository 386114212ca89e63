import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";

/** One change at a time of what an account is entered with: of two removals at once, the second sees the first. */
export const lockAccount = async ({ db }: Transaction, accountId: string) => {
  const [locked] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.closedAt)))
    .for("update");
  if (!locked) throw notFound("Compte");
};
