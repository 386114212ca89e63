import "server-only";
import { asksSecond, startSecondStep } from "@/lib/accounts/commands/second-step";
import { continuation } from "@/lib/accounts/model";
import { asksSecondStep, secondProofDue } from "@/lib/accounts/model/factors";
import { dueSecondProof, getFactors, graceEnd } from "@/lib/accounts/queries/factors";
import { openAccountSession } from "@/lib/auth/account-session";
import { visitorId } from "@/lib/auth/csrf";
import { goOn } from "@/lib/auth/identification";
import { type Authentication, BY_PASSWORD, isTwoFactor } from "@/lib/connect/model";

type Entering = {
  isShared?: boolean | undefined;
  /** They have just proven their mailbox. */
  isProven?: boolean;
  authentication?: Authentication;
  /** Sealed id token, when FranceConnect is to be signed out of with the session. */
  franceConnect?: string | undefined;
  /** Where they were going: a sign-in under way, or a page of the account. */
  suite: string;
};

export const secondStepPath = (id: string) => `/connexion/verification/${id}`;

const reminderPath = (suite: string) => `/connexion/protection?suite=${encodeURIComponent(suite)}`;

/** An agent without a second proof, on the way to where a link can lead. */
const isToRemind = async (accountId: string, suite: string) =>
  continuation(suite) === suite && (await dueSecondProof(accountId)) === "later";

/** Is a first proof all there is, without a second one, nor a page that asks for it? */
export async function entersAtOnce(accountId: string) {
  const factors = await getFactors(accountId);
  return !asksSecondStep(factors) && secondProofDue(factors, graceEnd) !== "later";
}

/**
 * In an action or a route handler: this account has given a right proof in this browser. Opens its session, or asks for
 * the second proof where there is to be one. Returns the path to go on to. The one way in, whatever the proof.
 */
export async function enter(
  accountId: string,
  {
    isShared = false,
    isProven = false,
    authentication = BY_PASSWORD,
    franceConnect,
    suite,
  }: Entering,
): Promise<string> {
  if (!isTwoFactor(authentication) && (await asksSecond(accountId))) {
    const first = { accountId, isShared, isProven, franceConnect, suite, authentication };
    return secondStepPath(await startSecondStep({ ...first, browser: await visitorId() }));
  }
  await openAccountSession(accountId, { isShared, isProven, authentication, franceConnect });
  return (await isToRemind(accountId, suite)) ? reminderPath(suite) : goOn(suite);
}
