import "server-only";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { pendingSignIns as pending } from "@/db/schema/accounts-factors";
import { system } from "@/lib/auth/actor";
import { networkMark } from "@/lib/auth/network";
import { hashToken } from "@/lib/auth/secrets";
import { forgetAttempts, giveBackAttempt } from "@/lib/auth/throttle";
import { type Authentication, withSecondProof } from "@/lib/connect/model";
import { type Context, read, type Transaction, transaction } from "@/lib/context";
import { conflict, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { asksSecondStep, SECOND_STEP_ATTEMPTS, SECOND_STEP_MINUTES } from "../model/factors";
import { findFactors } from "../queries/factors";
import { SECOND_STEP, SIGN_IN_NETWORK, takeTurn } from "./limits";
import { takeRecoveryCode } from "./recovery-codes";
import { takeTotp } from "./totp";

const signIn = system("sign-in");

export const STALE =
  "Trop de temps a passé, ou trop d’essais. Recommencez la connexion depuis le début.";

/** Does this account ask for a second proof? */
export const asksSecond = async (accountId: string, ctx?: Context) => {
  const factors = await findFactors(accountId, ctx);
  return factors !== null && asksSecondStep(factors);
};

type Details = Record<string, unknown>;

export const recordSignIn = async (ctx: Transaction, accountId: string, details: Details) => {
  await ctx.db.update(accounts).set({ lastSignInAt: sql`now()` }).where(eq(accounts.id, accountId));
  await recordEvent(ctx, "account.sign-in", accountId, details);
};

/** They are in: unless a second proof is still to be given, which will say so itself. As the system. */
export const noteSignIn = async (ctx: Transaction, accountId: string, details: Details) => {
  if (!(await asksSecond(accountId, ctx))) await recordSignIn(ctx, accountId, details);
};

type First = {
  accountId: string;
  browser: string;
  isShared: boolean;
  isProven: boolean;
  suite: string;
  authentication: Authentication;
  /** Sealed id token, when FranceConnect is to be signed out of with the session. */
  franceConnect?: string | undefined;
};

/** Keeps a first proof until the second; returns the id of its page, open to the same browser only. */
export const startSecondStep = async ({ browser, authentication, ...first }: First) => {
  const row = {
    ...first,
    ...authentication,
    browserHash: hashToken(browser),
    expiresAt: sql`now() + ${SECOND_STEP_MINUTES} * interval '1 minute'`,
  };
  const [started] = await transaction(signIn, ({ db }) =>
    db.insert(pending).values(row).returning({ id: pending.id }),
  );
  if (!started) throw new Error("no second step");
  return started.id;
};

const PROVES = "proves:";
/** As `suite` of a step that lets nobody in: what its owner proves to hold this account for. */
export const provingFor = (what: string) => `${PROVES}${what}`;

const openIn = (id: string, browser: string) =>
  and(
    eq(pending.id, id),
    eq(pending.browserHash, hashToken(browser)),
    isNull(pending.usedAt),
    gt(pending.expiresAt, sql`now()`),
    lt(pending.attempts, SECOND_STEP_ATTEMPTS),
  );

/** Whose second step this browser is at, and where it leads, or null. */
export const findSecondStep = async (id: string, browser: string) => {
  if (!browser) return null;
  const [row] = await read(signIn, (db) =>
    db
      .select({ accountId: pending.accountId, suite: pending.suite })
      .from(pending)
      .where(openIn(id, browser)),
  );
  return row ?? null;
};

/** Looks at a second proof inside the transaction that takes it; returns what it was, or null when it is wrong. */
export type SecondProof = (
  ctx: Transaction,
  accountId: string,
) => Promise<{ with: string; methods: readonly string[] } | null>;

const OTP = ["otp"];

export const byTotp =
  (code: string): SecondProof =>
  async (ctx, accountId) =>
    (await takeTotp(ctx, accountId, code)) ? { with: "totp", methods: OTP } : null;

export const byRecoveryCode =
  (code: string): SecondProof =>
  async (ctx, accountId) =>
    (await takeRecoveryCode(ctx, accountId, code)) ? { with: "recovery", methods: OTP } : null;

type Place = { network: string; device: string };

type Step = {
  id: string;
  browser: string;
  /** Carries the refusal. */
  field: string;
  /** What it proves: by default, that they may come in. */
  proves?: string | undefined;
};

/** A step begun to prove something else lets nobody in, and the other way round. */
const provesWhat = ({ suite }: { suite: string }) =>
  suite.startsWith(PROVES) ? suite.slice(PROVES.length) : undefined;

/** Counts the attempt before it is looked at, whatever follows: parallel guesses share the same few. */
async function takeStep({ id, browser, proves }: Step, network: string) {
  const [step] = browser
    ? await transaction(signIn, ({ db }) =>
        db
          .update(pending)
          .set({ attempts: sql`${pending.attempts} + 1` })
          .where(openIn(id, browser))
          .returning(),
      )
    : [];
  if (!step || provesWhat(step) !== proves) throw conflict(STALE);
  await takeTurn(
    [
      [SIGN_IN_NETWORK, network],
      [SECOND_STEP, step.accountId],
    ],
    (wait) => `Trop d’essais à la suite. Réessayez dans ${wait}.`,
  );
  return step;
}

/** The second proof is right: who is in, how, and where to go on. */
export async function passSecondStep(asked: Step, proof: SecondProof, { network, device }: Place) {
  const { id, field, proves } = asked;
  const { accountId, amr, acr, ...step } = await takeStep(asked, network);
  const place = { network: networkMark(network), device };
  const given = await transaction(signIn, async (ctx) => {
    const given = await proof(ctx, accountId);
    if (!given) {
      await recordEvent(ctx, "account.refuse-second-step", accountId, place);
      return null;
    }
    const [used] = await ctx.db
      .update(pending)
      .set({ usedAt: sql`now()` })
      .where(and(eq(pending.id, id), isNull(pending.usedAt)))
      .returning({ id: pending.id });
    if (!used) throw conflict(STALE);
    if (!proves) await recordSignIn(ctx, accountId, { ...place, with: given.with });
    return given;
  });
  if (!given)
    throw invalid({
      [field]:
        field === "recovery"
          ? "Ce code de secours ne correspond pas, ou il a déjà servi. Essayez-en un autre."
          : "Ce code ne correspond pas, ou il a déjà servi. Attendez le suivant dans l’application.",
    });
  await forgetAttempts(SECOND_STEP, accountId);
  await giveBackAttempt(SIGN_IN_NETWORK, network);
  const { isShared, isProven, suite, franceConnect } = step;
  const first = { amr, ...(acr ? { acr } : {}) };
  return {
    accountId,
    isShared,
    isProven,
    suite,
    franceConnect: franceConnect ?? undefined,
    authentication: withSecondProof(first, given.methods),
  };
}
