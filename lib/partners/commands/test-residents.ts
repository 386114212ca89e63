import "server-only";
import { testResidents } from "@/db/schema/partners";
import { addTestAccounts } from "@/lib/accounts/commands/add-test-accounts";
import { type Transaction, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { TEST_DOMAIN } from "../model";
import { TEST_RESIDENTS } from "../model/test-residents";
import { testPassword } from "../queries/test-residents";

/** The fictitious people of a partner: `camille@<its slug>.bac-a-sable.test`. */
export function addTestResidents(ctx: Transaction, partner: { id: string; slug: string }) {
  return transaction(ctx, async (ctx) => {
    const people = TEST_RESIDENTS.map(({ mailbox, purpose: _, ...person }) => ({
      ...person,
      email: `${mailbox}@${partner.slug}.${TEST_DOMAIN}`,
    }));
    const ids = await addTestAccounts(ctx, people, testPassword(partner.id));
    await ctx.db.insert(testResidents).values(
      ids.map((accountId, rank) => ({
        accountId,
        organisationId: partner.id,
        purpose: TEST_RESIDENTS[rank]?.purpose ?? "",
      })),
    );
    await recordEvent(ctx, "account.test-create", partner.id, { accounts: ids.length });
  });
}
