import "server-only";
import { type ThrottleRule, takeAttempt } from "@/lib/auth/throttle";
import { DomainError } from "@/lib/errors";
import { formatWait } from "@/lib/format/duration";

/** Of one account, whoever tries. */
export const SIGN_IN = { kind: "sign-in", free: 5, seconds: 2, most: 300 };
/** Of one account, on a device that it knows. */
export const SIGN_IN_DEVICE = { kind: "sign-in-device", free: 5, seconds: 2, most: 300 };
/** Of one network, whatever it tries: a town hall has many people behind one address. */
export const SIGN_IN_NETWORK = { kind: "sign-in-network", free: 40, seconds: 2, most: 900 };
/** Codes tried for one account, after its first proof. */
export const SECOND_STEP = { kind: "second-step", free: 5, seconds: 2, most: 300 };
/** Each sign-in page asks for something to sign, once. */
export const PASSKEY_NETWORK = { kind: "passkey-network", free: 600, seconds: 2, most: 300 };
/** Ways to FranceConnect from one network. */
export const IDENTIFY_NETWORK = { kind: "identify-network", free: 300, seconds: 2, most: 300 };
/** Messages to one address, whoever asks for them. */
export const MAIL = { kind: "mail", free: 3, seconds: 60, most: 1800 };
export const MAIL_NETWORK = { kind: "mail-network", free: 60, seconds: 30, most: 900 };

/** Counts an attempt of each pair; throws the sentence that `say` makes of the time to wait. */
export const takeTurn = async (
  turns: readonly (readonly [ThrottleRule, string])[],
  say: (wait: string) => string,
) => {
  for (const [rule, value] of turns) {
    const seconds = await takeAttempt(rule, value);
    if (seconds > 0) throw new DomainError("conflict", say(formatWait(seconds)));
  }
};

/** A message may go to this address, asked from this network. */
export const takeMailTurn = (email: string, network: string) =>
  takeTurn(
    [
      [MAIL_NETWORK, network],
      [MAIL, email],
    ],
    (wait) =>
      `Plusieurs messages viennent de partir. Vous pourrez en demander un autre dans ${wait}.`,
  );
