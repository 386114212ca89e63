import { accounts } from "@/db/schema/accounts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { system } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";
import { hashPassword } from "@/lib/integrations/password";

/** Adds the demo accounts that are not there yet. */
export async function seedDemoAccounts() {
  const since = new Date("2026-01-12T09:00:00+01:00");
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const rows = DEMO_ACCOUNTS.map((account) => ({
    ...account,
    passwordHash,
    emailVerifiedAt: since,
    termsAcceptedAt: since,
    passwordChangedAt: since,
    createdAt: since,
  }));
  await transaction(system("seed"), ({ db }) =>
    db.insert(accounts).values(rows).onConflictDoNothing(),
  );
}
