import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { accountCodes } from "@/db/schema/accounts";
import { codeOf, deliveryOf, keyOf } from "@/lib/auth/one-time";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { formatDay, formatDayTime } from "@/lib/format/date";
import { sendMail } from "@/lib/integrations/mail";
import { CODE_RULES, type CodeKind, expiryOf, RECOVERY_HOURS } from "../model";
import {
  type AccountProfile,
  findAccount,
  findAccountByEmail,
  findDevice,
  getAccount,
} from "../queries";
import { mergeCode, recoverCode, recoveryReady, recoveryUnderWay } from "./lifecycle-texts";
import {
  addressAlreadyUsed,
  alreadyRegistered,
  changeEmailCode,
  confirmCode,
  emailChanged,
  franceConnectCode,
  identityLinked,
  identityUnlinked,
  joinFranceConnect,
  newDevice,
  passwordChanged,
  resetCode,
  signInLink,
  signUpCode,
} from "./mail-texts";

type Code = typeof accountCodes.$inferSelect;
type Device = { name: string };
type Letter = ReturnType<typeof signUpCode>;

const proofs = (code: Code) => ({
  code: codeOf(code, CODE_RULES[code.kind].digits),
  link: { id: code.id, key: keyOf(code) },
  minutes: CODE_RULES[code.kind].minutes,
});

/** What to write, and whether the code is in it; null when nothing must be written. */
const LETTERS: Record<
  CodeKind,
  (
    code: Code,
    holder: AccountProfile | null,
    owner: AccountProfile | null,
    device: Device | null,
  ) => Letter | null
> = {
  "sign-up": (row, holder) => {
    if (holder) return alreadyRegistered(holder.givenName);
    const { code, minutes } = proofs(row);
    return row.pending && signUpCode(row.pending.givenName, code, minutes);
  },
  "reset-password": (row, holder) => {
    const { code, link, minutes } = proofs(row);
    return holder && resetCode(holder.givenName, code, link, minutes);
  },
  franceconnect: (row, holder) => {
    const { code, link, minutes } = proofs(row);
    return holder
      ? joinFranceConnect(holder.givenName, code, link, minutes)
      : franceConnectCode(code, minutes);
  },
  "change-email": (row, holder, owner) => {
    if (holder) return addressAlreadyUsed(holder.givenName);
    const { code, minutes } = proofs(row);
    return owner && changeEmailCode(owner.givenName, code, minutes);
  },
  "sign-in": (row, holder) => {
    const { link, minutes } = proofs(row);
    return holder && signInLink(holder.givenName, link, minutes);
  },
  confirm: (row, _, owner) => {
    const { code, minutes } = proofs(row);
    return owner && confirmCode(owner.givenName, code, minutes);
  },
  merge: (row, holder) => {
    const { code, minutes } = proofs(row);
    return holder && holder.id !== row.accountId
      ? mergeCode(holder.givenName, code, minutes)
      : null;
  },
  recover: (row, holder, owner) => {
    if (holder && holder.id !== owner?.id) return addressAlreadyUsed(holder.givenName);
    const { code, minutes } = proofs(row);
    return owner && recoverCode(owner.givenName, code, minutes);
  },
  "cancel-recovery": (row, _, owner) => {
    const day = formatDay(new Date(row.createdAt.getTime() + RECOVERY_HOURS * 3_600_000));
    return owner && recoveryUnderWay(owner.givenName, day, proofs(row).link);
  },
  "take-recovered": (row, _, owner) => owner && recoveryReady(owner.givenName, proofs(row).link),
  "undo-email": (row, _, owner) =>
    owner && emailChanged(owner.givenName, formatDayTime(row.createdAt), proofs(row).link),
  "refuse-device": (row, _, owner, device) => {
    const place = { device: device?.name ?? "", day: formatDayTime(row.createdAt) };
    return owner && device && newDevice(owner.givenName, place, proofs(row).link);
  },
};

/** The time to use a code counts from here: a stopped mail server must not eat it. */
async function startClock(ctx: Context, { id, kind }: Code, accountId: string | null) {
  const values = { expiresAt: expiryOf(kind), accountId };
  await transaction(ctx, ({ db }) =>
    db.update(accountCodes).set(values).where(eq(accountCodes.id, id)),
  );
}

/**
 * Sends a code or a link, or tells the holder of the address what was asked with it. Whether an account exists is
 * looked up here, by the worker: the page that asked cannot know. Run twice, it is the same mail.
 */
export async function sendAccountMail(
  ctx: Context,
  { codeId, sendings }: { codeId: string; sendings: number },
) {
  const wanted = and(
    eq(accountCodes.id, codeId),
    eq(accountCodes.sendings, sendings),
    isNull(accountCodes.usedAt),
  );
  const [row] = await transaction(ctx, ({ db }) => db.select().from(accountCodes).where(wanted));
  if (!row) return;
  const holder = await findAccountByEmail(ctx, row.email);
  const owner = row.accountId ? await findAccount(ctx, row.accountId) : null;
  const device = row.deviceId ? await findDevice(ctx, row.deviceId) : null;
  const letter = LETTERS[row.kind](row, holder, owner, device);
  if (!letter) return;

  const opensHolder = row.kind === "reset-password" || row.kind === "sign-in";
  const forHolder = opensHolder && holder ? holder.id : row.accountId;
  await startClock(ctx, row, forHolder);
  await sendMail({ to: row.email, deliveryId: deliveryOf(row), ...letter });
  const subject = holder?.id ?? forHolder ?? codeId;
  await transaction(ctx, (ctx) =>
    recordEvent(ctx, "account.send-mail", subject, { kind: row.kind }),
  );
}

/** Tells the owner that the password changed. */
export async function sendAccountNotice(
  ctx: Context,
  { accountId, noticeId, at }: { accountId: string; noticeId: string; at: string },
) {
  const account = await getAccount(ctx, accountId);
  const letter = passwordChanged(account.givenName, formatDayTime(at));
  await sendMail({ to: account.email, deliveryId: noticeId, ...letter });
  await transaction(ctx, (ctx) =>
    recordEvent(ctx, "account.send-mail", accountId, { kind: "password-changed" }),
  );
}

const IDENTITY_LETTERS = { linked: identityLinked, unlinked: identityUnlinked };

/** Tells the owner that FranceConnect now opens the account, or no longer does. */
export async function sendIdentityNotice(
  ctx: Context,
  { accountId, what, noticeId, at }: IdentityNotice,
) {
  const account = await getAccount(ctx, accountId);
  const letter = IDENTITY_LETTERS[what](account.givenName, formatDayTime(at));
  await sendMail({ to: account.email, deliveryId: noticeId, ...letter });
  await transaction(ctx, (ctx) =>
    recordEvent(ctx, "account.send-mail", accountId, { kind: `identity-${what}` }),
  );
}

type IdentityNotice = {
  accountId: string;
  what: keyof typeof IDENTITY_LETTERS;
  noticeId: string;
  at: string;
};
