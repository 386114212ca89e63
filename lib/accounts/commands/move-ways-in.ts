import "server-only";
import { eq, sql } from "drizzle-orm";
import { accountDevices, accounts, certifiedIdentities } from "@/db/schema/accounts";
import type { Transaction } from "@/lib/context";
import { certifiedColumns } from "../model/civil-identity";

/** Of two accounts of one person, the certificate goes with the one that stays, unless it has its own. As the system. */
export const moveCertificate = async ({ db }: Transaction, from: string, to: string) => {
  const [moved] = await db
    .update(certifiedIdentities)
    .set({ accountId: to })
    .where(
      sql`${certifiedIdentities.accountId} = ${from}
        and not exists (select from certified_identities kept where kept.account_id = ${to})`,
    )
    .returning({ pivot: certifiedIdentities.pivot });
  if (!moved) return;
  await db
    .update(accounts)
    .set({ ...certifiedColumns(moved.pivot), identityOrigin: "certified" })
    .where(eq(accounts.id, to));
};

/** Its browsers are known there too: `rememberDevice` knows them again by the account they come from. */
export const moveDevices = ({ db }: Transaction, from: string, to: string) =>
  db.update(accountDevices).set({ accountId: to }).where(eq(accountDevices.accountId, from));
