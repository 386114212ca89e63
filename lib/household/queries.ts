import "server-only";
import { and, arrayContains, asc, eq, gt, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { children, parentInvitations } from "@/db/schema/household";
import { accountMerges } from "@/db/schema/lifecycle";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { asDay } from "@/lib/requests/model";
import { isMinor } from "./model";

const CHILD = {
  id: children.id,
  parentIds: children.parentIds,
  givenName: children.givenName,
  familyName: children.familyName,
  birthdate: children.birthdate,
  birthplace: children.birthplace,
};

/** The children of an account’s household, the eldest first, grown-ups too: they are proposed for removal. */
export const listChildren = (ctx: Context, accountId: string) =>
  read(ctx, (db) =>
    db
      .select(CHILD)
      .from(children)
      .where(arrayContains(children.parentIds, [accountId]))
      .orderBy(asc(children.birthdate), asc(children.givenName)),
  );

export type Child = Awaited<ReturnType<typeof listChildren>>[number];

/** Those that may be proposed to a service: never somebody who has come of age. */
export const listMinors = async (ctx: Context, accountId: string) => {
  const today = asDay(new Date());
  return (await listChildren(ctx, accountId)).filter(({ birthdate }) => isMinor(birthdate, today));
};

export async function getChild(ctx: Context, id: string): Promise<Child> {
  const [child] = await read(ctx, (db) =>
    db.select(CHILD).from(children).where(eq(children.id, id)),
  );
  if (!child) throw notFound("Enfant");
  return child;
}

const INVITATION = {
  id: parentInvitations.id,
  childId: parentInvitations.childId,
  childName: parentInvitations.childName,
  inviterId: parentInvitations.inviterId,
  inviterName: parentInvitations.inviterName,
  inviteeEmail: parentInvitations.inviteeEmail,
  answerBy: parentInvitations.answerBy,
};

const OPEN = gt(parentInvitations.answerBy, sql`now()`);

/** What other parents propose to this account, by the address of its e-mail. */
export const listInvitations = (ctx: Context, accountId: string) =>
  read(ctx, (db) =>
    db
      .select(INVITATION)
      .from(parentInvitations)
      .where(
        and(
          eq(
            parentInvitations.inviteeEmail,
            sql`(select ${accounts.email} from ${accounts} where ${accounts.id} = ${accountId})`,
          ),
          OPEN,
        ),
      ),
  );

/** What waits for the other parent of a child. */
export async function findInvitation(ctx: Context, childId: string) {
  const [invitation] = await read(ctx, (db) =>
    db
      .select(INVITATION)
      .from(parentInvitations)
      .where(and(eq(parentInvitations.childId, childId), OPEN)),
  );
  return invitation ?? null;
}

export async function getInvitation(ctx: Context, id: string) {
  const [invitation] = await read(ctx, (db) =>
    db
      .select(INVITATION)
      .from(parentInvitations)
      .where(and(eq(parentInvitations.id, id), OPEN)),
  );
  if (!invitation) throw notFound("Proposition");
  return invitation;
}

/** The account that this one was joined to, if it was. */
export async function findKeptAccount(ctx: Context, accountId: string) {
  const [merge] = await read(ctx, (db) =>
    db
      .select({ keptId: accountMerges.keptId })
      .from(accountMerges)
      .where(eq(accountMerges.mergedId, accountId)),
  );
  return merge?.keptId ?? null;
}
