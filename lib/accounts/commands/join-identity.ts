import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { accounts, identifications } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { type AssuranceLevel, certifiedColumns } from "../model/civil-identity";
import { waysIn } from "../policy";
import { getFactors } from "../queries/factors";
import type { AskMailboxInput, ProveMailboxInput } from "../schemas";
import { authenticate } from "./authenticate";
import { openCode, proveCode, sendAgain, useCode } from "./codes";
import { findWaiting, finishIdentification, getWaiting, STALE } from "./identifications";
import { takeMailTurn } from "./limits";
import { findHolder, linkIdentity, tellIdentity, unlinkIdentity } from "./link-identity";
import { noteSignIn } from "./second-step";

const connect = system("franceconnect");

type Waiting = Awaited<ReturnType<typeof getWaiting>>;
/** Whose account it became, where they were going, and the session of FranceConnect that is open. */
export type Joined = {
  accountId: string;
  suite: string;
  acr: AssuranceLevel;
  isShared: boolean;
  idToken: string;
};

const joinedBy = (accountId: string, { suite, isShared, person }: Waiting): Joined => ({
  accountId,
  suite,
  isShared,
  acr: person.acr,
  idToken: person.idToken,
});

/**
 * Writes to the address that somebody identified wants for their account. Does not look whether it has one: the worker
 * does, and says in its mail what the code will do. Returns the id of what is to be proven.
 */
export async function askMailbox({ id, email }: AskMailboxInput, browser: string, network: string) {
  const waiting = await getWaiting({ id }, browser);
  if (waiting.purpose !== "sign-in") throw conflict(STALE);
  await takeMailTurn(email, network);
  return transaction(connect, async (ctx) => {
    const codeId = await openCode(ctx, { kind: "franceconnect", email });
    await ctx.db.update(identifications).set({ codeId }).where(eq(identifications.id, id));
    await recordEvent(ctx, "account.ask-code", codeId);
    return codeId;
  });
}

/** The same code again, in a new mail. */
export async function askMailboxAgain(
  codeId: string,
  email: string,
  browser: string,
  network: string,
) {
  await getWaiting({ codeId }, browser);
  await takeMailTurn(email, network);
  await transaction(connect, async (ctx) => {
    await sendAgain(ctx, codeId, "franceconnect", email);
    await recordEvent(ctx, "account.ask-code", codeId);
  });
}

async function createAccount(ctx: Transaction, email: string, { person }: Waiting) {
  const now = new Date();
  const [created] = await ctx.db
    .insert(accounts)
    .values({
      ...certifiedColumns(person.civil),
      email,
      emailVerifiedAt: now,
      termsAcceptedAt: now,
      lastSignInAt: now,
    })
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  if (!created) throw conflict(STALE);
  await recordEvent(ctx, "account.create", created.id, { with: "franceconnect" });
  return created.id;
}

async function attach(ctx: Transaction, accountId: string, { id, person }: Waiting) {
  await linkIdentity(ctx, accountId, person);
  await finishIdentification(ctx, id);
}

/** The mailbox is proven, by the code or the link: its account becomes this person's, or is created. */
export async function proveMailbox(input: ProveMailboxInput, browser: string): Promise<Joined> {
  const waiting = await getWaiting({ codeId: input.id }, browser);
  const { id: codeId, email } = await proveCode("franceconnect", input);
  return transaction(connect, async (ctx) => {
    await useCode(ctx, codeId);
    const open = and(eq(accounts.email, email), isNull(accounts.closedAt));
    const [holder] = await ctx.db.select({ id: accounts.id }).from(accounts).where(open);
    const accountId = holder?.id ?? (await createAccount(ctx, email, waiting));
    await attach(ctx, accountId, waiting);
    if (holder) {
      await noteSignIn(ctx, accountId, { with: "franceconnect" });
      await tellIdentity(ctx, accountId, "linked");
    }
    return joinedBy(accountId, waiting);
  });
}

/** Another proof that the account of this address is theirs: its password. */
export async function provePassword(
  { id, password }: { id: string; password: string },
  email: string,
  browser: string,
  network: string,
): Promise<Joined> {
  const waiting = await getWaiting({ codeId: id }, browser);
  const account = await authenticate({ email, password }, network);
  return transaction(connect, async (ctx) => {
    await attach(ctx, account.id, waiting);
    await tellIdentity(ctx, account.id, "linked");
    return joinedBy(account.id, waiting);
  });
}

/** Their other account, that FranceConnect has just proven: once for each identification. */
export const takeOtherAccount = async (tx: Transaction, waiting: Waiting) => {
  const holder = await findHolder(tx, waiting.person);
  if (!holder) throw conflict(STALE);
  await finishIdentification(tx, waiting.id);
  return holder.id;
};

/** It opens, instead of the one they meant to certify. */
export async function openOtherAccount(ctx: Context, id: string, browser: string): Promise<Joined> {
  const waiting = await ownWaiting(ctx, id, browser);
  return transaction(connect, async (tx) => {
    const holderId = await takeOtherAccount(tx, waiting);
    await noteSignIn(tx, holderId, { with: "franceconnect" });
    return joinedBy(holderId, { ...waiting, suite: "/compte" });
  });
}

/** That other account, to whom has just proven that it is theirs: its address, and may FranceConnect leave it? */
export const findOtherAccount = async (ctx: Context, id: string, browser: string) => {
  const waiting = await findWaiting({ id }, browser);
  if (!waiting || ctx.actor.kind !== "account" || waiting.accountId !== ctx.actor.id) return null;
  return transaction(connect, async (tx) => {
    const holder = await findHolder(tx, waiting.person);
    if (!holder) return null;
    return { email: holder.email, mayMove: waysIn(await getFactors(holder.id, tx)) > 1 };
  });
};

export const ownWaiting = async ({ actor }: Context, id: string, browser: string) => {
  const waiting = await getWaiting({ id }, browser);
  if (actor.kind !== "account" || waiting.accountId !== actor.id) throw forbidden();
  return waiting;
};

/** Both accounts are this person's: FranceConnect proves the one, the session the other. The certificate moves here. */
export async function moveIdentity(ctx: Context, id: string, browser: string) {
  const waiting = await ownWaiting(ctx, id, browser);
  await transaction(connect, async (tx) => {
    await unlinkIdentity(tx, ctx.actor.id, waiting.person);
    await attach(tx, ctx.actor.id, waiting);
    await tellIdentity(tx, ctx.actor.id, "linked");
    await recordEvent(tx, "identity.move", ctx.actor.id);
  });
  return waiting.suite;
}
