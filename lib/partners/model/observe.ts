import type { Call, CallDetails } from "./calls";
import type { Check, CheckState } from "./checks";

export type Observation = {
  clientId: string;
  at: Date;
  check: Check;
  state: CheckState;
  details: CallDetails;
};

type Seen = [check: Check, state: CheckState, details?: CallDetails];

/** Sent and never the same twice; the last value is known by its hash. */
const protectedBy = (check: Check, value: string | null): Seen =>
  value === null ? [check, "failed", { reason: "absent" }] : [check, "passed", { last: value }];

function seenIn({ endpoint, isOk, code, details, asked, isSignIn }: Call): Seen[] {
  if (asked)
    return [
      protectedBy("state", asked.state),
      protectedBy("nonce", asked.nonce),
      protectedBy("pkce", asked.challenge),
    ];
  if (isSignIn) return [["code", "passed"]];
  if (isOk) return [];
  if (endpoint === "token" && /already consumed/.test(details.reason ?? ""))
    return [["code", "failed"]];
  if (endpoint === "authorize" && code === "access_denied") return [["refusal", "passed"]];
  if (endpoint === "authorize" && /code_challenge|PKCE/.test(details.reason ?? ""))
    return [["pkce", "failed", { reason: "absent" }]];
  return [];
}

/** What one call shows of how well a client is made. */
export const observationsOf = (call: Call): Observation[] =>
  seenIn(call).map(([check, state, details = {}]) => ({
    clientId: call.clientId,
    at: call.at,
    check,
    state,
    details,
  }));
