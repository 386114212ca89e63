import { accounts } from "@/db/schema/accounts";
import { children } from "@/db/schema/household";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { idOf } from "@/db/seed/ids";
import { system } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";
import { hashPassword } from "@/lib/integrations/password";

const CHILDREN = [
  { givenName: "Inès", birthdate: "2021-05-14", birthplace: "Lyon" },
  { givenName: "Adam", birthdate: "2018-09-02", birthplace: "Bron" },
];

/** Two children of the first demo resident, to choose in a school enrolment. */
const childrenOf = ({ id, familyName }: (typeof DEMO_ACCOUNTS)[number]) =>
  CHILDREN.map((child) => ({
    ...child,
    id: idOf(`child:${child.givenName}`),
    familyName,
    parentIds: [id],
  }));

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
  await transaction(system("seed"), async ({ db }) => {
    await db.insert(accounts).values(rows).onConflictDoNothing();
    const added = DEMO_ACCOUNTS.slice(0, 1).flatMap(childrenOf);
    await db.insert(children).values(added).onConflictDoNothing();
  });
}
