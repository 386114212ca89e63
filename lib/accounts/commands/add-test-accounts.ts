import "server-only";
import { accounts, certifiedIdentities } from "@/db/schema/accounts";
import { type Context, transaction } from "@/lib/context";
import { recordEvents } from "@/lib/events/commands";
import { hashPassword } from "@/lib/integrations/password";
import type { Gender, PostalAddress } from "../model";

type TestAccount = {
  email: string;
  givenName: string;
  familyName: string;
  gender: Gender | null;
  birthdate: string | null;
  phone: string | null;
  address: PostalAddress | null;
  isCertified?: boolean | undefined;
};

const ISSUER = "https://franceconnect.bac-a-sable.test";

type Person = TestAccount & { id: string };

const certificate = ({ id, givenName, familyName, gender, birthdate }: Person) => ({
  accountId: id,
  issuer: ISSUER,
  subject: id,
  acr: "eidas1" as const,
  pivot: {
    givenNames: [givenName],
    familyName,
    gender: gender ?? "female",
    birthdate: birthdate ?? "",
    birthplace: "69383",
    birthcountry: "99100",
  },
});

/** Accounts of fictitious people, all with this password; returns their ids in the same order. */
export function addTestAccounts(ctx: Context, people: readonly TestAccount[], password: string) {
  return transaction(ctx, async (ctx) => {
    const now = new Date();
    const passwordHash = await hashPassword(password);
    const rows = people.map((person) => ({ ...person, id: crypto.randomUUID() }));
    await ctx.db.insert(accounts).values(
      rows.map(({ isCertified, ...person }) => ({
        ...person,
        passwordHash,
        emailVerifiedAt: now,
        termsAcceptedAt: now,
        identityOrigin: isCertified ? ("certified" as const) : ("declared" as const),
      })),
    );
    const certified = rows.filter(({ isCertified }) => isCertified);
    if (certified.length > 0)
      await ctx.db.insert(certifiedIdentities).values(certified.map(certificate));
    const subjects = rows.map(({ id }) => ({ subjectId: id, details: { isTest: true } }));
    await recordEvents(ctx, "account.create", subjects);
    return rows.map(({ id }) => id);
  });
}
