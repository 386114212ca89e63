import "server-only";
import { giveBackAttempt, takeAttempt } from "@/lib/auth/throttle";
import { hashTrackingCode } from "@/lib/auth/tracking";
import { invalid } from "@/lib/errors";
import { formatWait } from "@/lib/format/duration";
import { readTrackingCode } from "../model";
import { findTracked } from "../queries/find-tracked";

/** Of one browser, then of one network: a town hall has many people behind one address. */
const TRACKING = { kind: "tracking", free: 5, seconds: 5, most: 600 };
const TRACKING_NETWORK = { kind: "tracking-network", free: 40, seconds: 5, most: 900 };

const UNKNOWN =
  "Aucune demande ne s’ouvre avec ce code. Vérifiez les 12 signes\u202f; si vous l’avez rattachée à votre compte, connectez-vous.";

/** Whoever tries, and from where. */
type Trier = { visitor: string; network: string };

/**
 * The request that a typed code opens. Tries are counted before the code is looked at, and a code that
 * cannot be one costs the same work as a wrong one.
 */
export const openTracked = async (typed: string, { visitor, network }: Trier) => {
  const turns = [
    [TRACKING_NETWORK, network],
    [TRACKING, visitor || network],
  ] as const;
  for (const [rule, value] of turns) {
    const seconds = await takeAttempt(rule, value);
    if (seconds > 0)
      throw invalid({ code: `Trop d’essais. Attendez ${formatWait(seconds)}, puis recommencez.` });
  }
  const code = readTrackingCode(typed);
  const tracked = await findTracked(hashTrackingCode(code ?? typed));
  if (!code || !tracked) throw invalid({ code: UNKNOWN });
  for (const [rule, value] of turns) await giveBackAttempt(rule, value);
  return { ...tracked, code };
};
