import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { accountCodes } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { codeOf, isSame, keyOf } from "@/lib/auth/one-time";
import { type Transaction, transaction } from "@/lib/context";
import { conflict, invalid, notFound } from "@/lib/errors";
import { accountMailJob, accountNoticeJob } from "../jobs";
import { CODE_RULES, type CodeKind, expiryOf, MOST_ATTEMPTS } from "../model";

type NewCode = Omit<typeof accountCodes.$inferInsert, "expiresAt" | "kind"> & { kind: CodeKind };

const STALE = "Ce code n’est plus valable. Demandez-en un nouveau, ou recommencez depuis le début.";
const STALE_LINK = "Ce lien n’est plus valable. Demandez-en un nouveau.";
const WRONG = "Ce code ne correspond pas. Vérifiez-le, ou demandez-en un nouveau.";

export const wrongCode = () => invalid({ code: WRONG });

/** Opens something to prove, and has the worker send how; returns its id. */
export const openCode = async (ctx: Transaction, code: NewCode) => {
  const [opened] = await ctx.db
    .insert(accountCodes)
    .values({ ...code, expiresAt: expiryOf(code.kind) })
    .returning({ id: accountCodes.id, sendings: accountCodes.sendings });
  if (!opened) throw new Error("no code opened");
  await accountMailJob.enqueue(ctx, { codeId: opened.id, sendings: opened.sendings });
  return opened.id;
};

/**
 * Sends another one, which replaces the one before; perhaps to a corrected address. The attempts already made count:
 * asking again and again gives no more guesses than `MOST_ATTEMPTS`.
 */
export const sendAgain = async (ctx: Transaction, id: string, kind: CodeKind, email: string) => {
  const [sent] = await ctx.db
    .update(accountCodes)
    .set({
      email,
      sendings: sql`${accountCodes.sendings} + 1`,
      expiresAt: expiryOf(kind),
    })
    .where(and(eq(accountCodes.id, id), eq(accountCodes.kind, kind), isNull(accountCodes.usedAt)))
    .returning({ sendings: accountCodes.sendings });
  if (!sent) throw notFound("Code");
  await accountMailJob.enqueue(ctx, { codeId: id, sendings: sent.sendings });
};

/**
 * Counts the attempt first and for good, whatever follows: parallel guesses share the same few attempts.
 * The key of a link is too long to be guessed and costs none.
 */
export const proveCode = async (
  kind: CodeKind,
  { id, code, key }: { id: string; code?: string | undefined; key?: string | undefined },
) => {
  const { digits, attempts } = CODE_RULES[kind];
  const usable = and(
    eq(accountCodes.id, id),
    eq(accountCodes.kind, kind),
    isNull(accountCodes.usedAt),
    gt(accountCodes.expiresAt, new Date()),
    lt(accountCodes.attempts, sql`least(${attempts} * ${accountCodes.sendings}, ${MOST_ATTEMPTS})`),
  );
  const cost = key === undefined ? 1 : 0;
  const [row] = await transaction(system("accounts"), ({ db }) =>
    db
      .update(accountCodes)
      .set({ attempts: sql`${accountCodes.attempts} + ${cost}` })
      .where(usable)
      .returning(),
  );
  if (!row) throw key === undefined ? invalid({ code: STALE }) : conflict(STALE_LINK);
  const isRight =
    key === undefined ? isSame(code ?? "", codeOf(row, digits)) : isSame(key, keyOf(row));
  if (!isRight) throw key === undefined ? wrongCode() : conflict(STALE_LINK);
  return row;
};

/** Once: of two who prove the same code at the same time, one goes on. */
export const useCode = async ({ db }: Transaction, id: string) => {
  const [used] = await db
    .update(accountCodes)
    .set({ usedAt: new Date(), pending: null })
    .where(and(eq(accountCodes.id, id), isNull(accountCodes.usedAt)))
    .returning({ id: accountCodes.id });
  if (!used) throw conflict(STALE);
};

/** What was under way for this account is over; all of it, or what began after `since`. */
export const dropCodes = ({ db }: Transaction, accountId: string, kind: CodeKind, since?: Date) =>
  db
    .update(accountCodes)
    .set({ usedAt: new Date(), pending: null })
    .where(
      and(
        eq(accountCodes.accountId, accountId),
        eq(accountCodes.kind, kind),
        isNull(accountCodes.usedAt),
        since && gt(accountCodes.createdAt, since),
      ),
    );

export const tellPasswordChanged = (ctx: Transaction, accountId: string) =>
  accountNoticeJob.enqueue(ctx, {
    accountId,
    noticeId: randomUUID(),
    at: new Date().toISOString(),
  });
