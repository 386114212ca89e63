import { load, percentile } from "../measure.mjs";
import { signIn, TOKEN_HEADERS } from "./client.mjs";

const AT_ONCE = 8;
/** Twice as many as connections: each has a token of its own. */
const HOLDERS = 32;
const CALLS_A_SECOND = 400;

/** Whole sign-ins, one after the other in each of eight browsers; `isFresh`: none of them is signed in any more. */
async function signIns(provider, everybody, { seconds, isFresh }) {
  const people = [...everybody];
  const times = [];
  let wrong = 0;
  const end = Date.now() + seconds * 1_000;
  const startedAt = Date.now();
  const keepSigningIn = async () => {
    while (Date.now() < end) {
      const person = people.shift();
      if (isFresh) person.browser.forget(provider.isKept);
      const since = performance.now();
      await signIn(person.browser, provider, person.email).then(
        () => times.push(performance.now() - since),
        () => wrong++,
      );
      people.push(person);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepSigningIn));
  times.sort((a, b) => a - b);
  return {
    perSecond: (times.length * 1_000) / (Date.now() - startedAt),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    wrong,
  };
}

/**
 * Tokens of some people. Just before they are used: the memory of the bare provider holds a thousand things,
 * and forgets the oldest.
 */
export function hold(provider, people) {
  return Promise.all(
    people.slice(0, HOLDERS).map(({ browser, email }) => signIn(browser, provider, email)),
  );
}

/** Each refresh gives the token of the next one. To the last answer: a token lost on the way would stop its connection. */
function refreshes({ base, pid }, tokens, amount) {
  const held = tokens.map(({ refresh }) => refresh);
  const next = (request) => {
    const body = new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: held.shift(),
    });
    return { ...request, body: body.toString() };
  };
  const keep = (status, body) => status === 200 && held.push(JSON.parse(body).refresh_token);
  const request = { method: "POST", headers: TOKEN_HEADERS, setupRequest: next, onResponse: keep };
  return load({ url: `${base}/oidc/token`, pid, amount, requests: [request] });
}

export function userinfo({ base, pid }, tokens, limits) {
  let n = 0;
  const next = (request) => ({
    ...request,
    headers: { authorization: `Bearer ${tokens[n++ % tokens.length].access}` },
  });
  const requests = [{ method: "GET", setupRequest: next }];
  return load({ url: `${base}/oidc/userinfo`, pid, ...limits, requests });
}

/** What is measured of each provider, ours and the bare one. */
export const POINTS = [
  {
    name: "Sign-in, password asked",
    measure: (provider, people, seconds) => signIns(provider, people, { seconds, isFresh: true }),
  },
  {
    name: "Sign-in, session open",
    measure: (provider, people, seconds) => signIns(provider, people, { seconds, isFresh: false }),
  },
  {
    name: "Token call (refresh)",
    measure: async (provider, people, seconds) =>
      refreshes(provider, await hold(provider, people), seconds * CALLS_A_SECOND),
  },
  {
    name: "Userinfo call",
    measure: async (provider, people, seconds) =>
      userinfo(provider, await hold(provider, people), { seconds }),
  },
];
