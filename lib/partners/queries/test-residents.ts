import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { testMails, testResidents } from "@/db/schema/partners";
import { system } from "@/lib/auth/actor";
import { deriveSecret } from "@/lib/auth/secrets";
import { type Context, read } from "@/lib/context";

/** Of every test resident of a partner: it can be shown to its members at any time, and is stored nowhere. */
export const testPassword = (organisationId: string) =>
  `essai-${deriveSecret(`test-residents:${organisationId}`)
    .replace(/[^a-z0-9]/gi, "")
    .slice(0, 12)}`;

/** The fictitious people of a partner that this actor belongs to. */
export async function listTestResidents(ctx: Context, organisationId: string) {
  const mine = await read(ctx, (db) =>
    db
      .select({ id: testResidents.accountId, purpose: testResidents.purpose })
      .from(testResidents)
      .where(eq(testResidents.organisationId, organisationId)),
  );
  const purposes = new Map(mine.map(({ id, purpose }) => [id, purpose]));
  const people = await read(system("partners"), (db) =>
    db
      .select({
        id: accounts.id,
        email: accounts.email,
        givenName: accounts.givenName,
        familyName: accounts.familyName,
        birthdate: accounts.birthdate,
      })
      .from(accounts)
      .innerJoin(testResidents, eq(testResidents.accountId, accounts.id))
      .where(eq(testResidents.organisationId, organisationId))
      .orderBy(asc(accounts.email)),
  );
  return people.flatMap((person) => {
    const purpose = purposes.get(person.id);
    return purpose === undefined ? [] : [{ ...person, purpose }];
  });
}

const MOST = 50;

/** What was mailed to them, newest first. */
export const listTestMails = (ctx: Context, organisationId: string) =>
  read(ctx, (db) =>
    db
      .select({
        id: testMails.id,
        to: testMails.recipient,
        subject: testMails.subject,
        body: testMails.body,
        at: testMails.at,
      })
      .from(testMails)
      .where(eq(testMails.organisationId, organisationId))
      .orderBy(desc(testMails.at))
      .limit(MOST),
  );

/** Whose test resident has this address, or null. */
export async function findTestOrganisation(email: string) {
  const [found] = await read(system("partners"), (db) =>
    db
      .select({ organisationId: testResidents.organisationId })
      .from(testResidents)
      .innerJoin(accounts, eq(accounts.id, testResidents.accountId))
      .where(eq(accounts.email, email.toLowerCase())),
  );
  return found?.organisationId ?? null;
}
