import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { identifyAs, startFranceConnect } from "@/db/test/franceconnect";

const { issuer, state: far, stop } = await startFranceConnect();
const { authorizationUrl, FranceConnectFault, identify, logoutUrl, newRandom } = await import(
  "./franceconnect"
);

let sent: { state: string; nonce: string };

beforeEach(() => {
  far.change = withKnownKey;
  sent = { state: newRandom(), nonce: newRandom() };
});

afterEach(() => {
  Object.assign(far, { change: withKnownKey, isDown: false, offset: 0 });
});

afterAll(() => stop());

const comeBack = async (identity = "4") => identifyAs(identity, await authorizationUrl(sent));

const faultOf = async (run: Promise<unknown>) => {
  const fault = await run.then(
    () => null,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(FranceConnectFault);
  return fault as InstanceType<typeof FranceConnectFault>;
};

test("asks for exactly what FranceConnect takes: no PKCE, 32 random bytes twice", async () => {
  const { searchParams } = new URL(await authorizationUrl(sent));
  expect([...searchParams.keys()].sort().join(" ")).toBe(
    "acr_values client_id nonce redirect_uri response_type scope state",
  );
  expect(Buffer.from(sent.state, "base64url")).toHaveLength(32);
  expect(Buffer.from(sent.nonce, "base64url")).toHaveLength(32);
});

test("reads who came back", async () => {
  const person = await identify(await comeBack("23"), sent);
  expect(person).toMatchObject({
    issuer,
    subject: expect.stringMatching(/^[0-9a-f]{64}v1$/),
    acr: "eidas1",
    email: "isabelle.morel@exemple.fr",
    civil: {
      givenNames: ["Isabelle"],
      familyName: "GARNIER",
      usageName: "MOREL",
      birthdate: "1960-04-01",
      birthplace: "42218",
      birthcountry: "99100",
    },
  });
});

test.for([
  ["a presumed date", "15", { birthdate: "1965-00-00", birthplace: "", birthcountry: "99350" }],
  ["a presumed day", "16", { birthdate: "1958-07-00" }],
  ["several first names", "4", { givenNames: ["Angela", "Claire", "Louise"] }],
  ["a birth in Corsica", "28", { birthplace: "2A004" }],
] as const)("%s comes through", async ([, id, civil]) => {
  expect(await identify(await comeBack(id), sent)).toMatchObject({ civil });
});

test("a code is good once", async () => {
  const answer = await comeBack();
  await identify(answer, sent);
  expect(await faultOf(identify(answer, sent))).toMatchObject({
    kind: "refused",
    message: "answer: invalid_grant",
  });
});

test("a code older than 30 seconds is refused", async () => {
  const answer = await comeBack();
  far.offset = 30_500;
  expect((await faultOf(identify(answer, sent))).kind).toBe("refused");
});

test.for(["state", "nonce"] as const)("another %s is refused", async (name) => {
  const answer = await comeBack();
  expect((await faultOf(identify(answer, { ...sent, [name]: newRandom() }))).kind).toBe("refused");
});

test("an answer of another issuer is refused", async () => {
  const answer = new URLSearchParams(await comeBack());
  answer.set("iss", "https://elsewhere.example");
  expect((await faultOf(identify(`?${answer}`, sent))).kind).toBe("refused");
});

test("giving up is no fault of anybody", async () => {
  expect((await faultOf(identify(await comeBack(""), sent))).kind).toBe("cancelled");
});

const known = await generateKeyPair("ES256");
const foreign = await generateKeyPair("ES256");
const KNOWN = { ...(await exportJWK(known.publicKey)), kid: "known", alg: "ES256", use: "sig" };

/** Publishes one more key, with which a test signs what FranceConnect would never say. */
const withKnownKey = (body: string, path: string) =>
  path.endsWith("/jwks") ? JSON.stringify({ keys: [...JSON.parse(body).keys, KNOWN] }) : body;

type Change = Record<string, unknown>;

const signedAgain =
  (change: Change, { privateKey } = known, kid = "known") =>
  (jwt: string) =>
    new SignJWT({ ...decodeJwt(jwt), ...change })
      .setProtectedHeader({ alg: "ES256", kid })
      .sign(privateKey);

const unsigned = async (jwt: string) =>
  `${Buffer.from('{"alg":"none"}').toString("base64url")}.${jwt.split(".")[1]}.`;

const onUserinfo =
  (change: (jwt: string) => Promise<string>) => async (body: string, path: string) =>
    path.endsWith("/userinfo") ? change(body) : withKnownKey(body, path);

const onIdToken =
  (change: (jwt: string) => Promise<string>) => async (body: string, path: string) => {
    if (!path.endsWith("/token")) return withKnownKey(body, path);
    const tokens = JSON.parse(body);
    return JSON.stringify({ ...tokens, id_token: await change(tokens.id_token) });
  };

const LONG_AGO = 1_700_000_000;

test("what is signed with a published key is believed: the refusals below are about something else", async () => {
  for (const change of [onUserinfo(signedAgain({})), onIdToken(signedAgain({}))]) {
    const answer = await comeBack();
    far.change = change;
    expect(await identify(answer, sent)).toMatchObject({ acr: "eidas1" });
    far.change = withKnownKey;
  }
});

test.for([
  ["userinfo signed by somebody else", onUserinfo(signedAgain({}, foreign))],
  ["userinfo that nobody signed", onUserinfo(unsigned)],
  ["userinfo in plain JSON", onUserinfo(async (jwt) => JSON.stringify(decodeJwt(jwt)))],
  ["userinfo for another audience", onUserinfo(signedAgain({ aud: "other" }))],
  ["userinfo for no audience", onUserinfo(signedAgain({ aud: undefined }))],
  ["userinfo of another issuer", onUserinfo(signedAgain({ iss: "https://other.example" }))],
  ["userinfo of no issuer", onUserinfo(signedAgain({ iss: undefined }))],
  ["userinfo that is over", onUserinfo(signedAgain({ exp: LONG_AGO }))],
  ["userinfo without an end", onUserinfo(signedAgain({ exp: undefined }))],
  ["userinfo of somebody else", onUserinfo(signedAgain({ sub: `${"0".repeat(64)}v1` }))],
  ["userinfo without a name", onUserinfo(signedAgain({ family_name: " " }))],
  ["userinfo with an impossible date", onUserinfo(signedAgain({ birthdate: "1990-02-31" }))],
  ["an id token signed by somebody else", onIdToken(signedAgain({}, foreign))],
  ["an id token that nobody signed", onIdToken(unsigned)],
  ["an id token for another audience", onIdToken(signedAgain({ aud: "other" }))],
  ["an id token of another issuer", onIdToken(signedAgain({ iss: "https://other.example" }))],
  ["an id token that is over", onIdToken(signedAgain({ exp: LONG_AGO }))],
  ["an id token without nonce", onIdToken(signedAgain({ nonce: undefined }))],
  ["an id token without level", onIdToken(signedAgain({ acr: undefined }))],
  ["an id token with a level of its own", onIdToken(signedAgain({ acr: "eidas0" }))],
] as const)("%s is refused", async ([, change]) => {
  const answer = await comeBack();
  far.change = change;
  expect((await faultOf(identify(answer, sent))).kind).toBe("refused");
});

/** How often the keys were asked for while `run` ran. */
async function keysAskedBy(change: NonNullable<typeof far.change>, run: () => Promise<unknown>) {
  let asked = 0;
  far.change = (body, path) => {
    if (path.endsWith("/jwks")) asked += 1;
    return change(body, path);
  };
  await run();
  return asked;
}

test("a key that FranceConnect changed a moment ago is looked for, once", async () => {
  const newer = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(newer.publicKey)), kid: "newer", alg: "ES256", use: "sig" };
  const withNewer = async (body: string, path: string) => {
    if (path.endsWith("/jwks")) return JSON.stringify({ keys: [...JSON.parse(body).keys, jwk] });
    return path.endsWith("/userinfo") ? signedAgain({}, newer, "newer")(body) : body;
  };
  await identify(await comeBack(), sent);
  for (const expected of [1, 0]) {
    const answer = await comeBack();
    const asked = await keysAskedBy(withNewer, async () => {
      expect(await identify(answer, sent)).toMatchObject({ acr: "eidas1" });
    });
    expect(asked).toBe(expected);
  }
});

test("a key that it never published is looked for once, then refused", async () => {
  await identify(await comeBack(), sent);
  const answer = await comeBack();
  const unpublished = async (body: string, path: string) =>
    path.endsWith("/userinfo") ? signedAgain({}, foreign, "unknown")(body) : body;
  const asked = await keysAskedBy(unpublished, async () => {
    expect((await faultOf(identify(answer, sent))).kind).toBe("refused");
  });
  expect(asked).toBe(1);
});

test("FranceConnect too slow is away", { timeout: 15_000 }, async () => {
  const answer = await comeBack();
  far.change = (body) => new Promise((done) => setTimeout(() => done(body), 5_500));
  expect((await faultOf(identify(answer, sent))).kind).toBe("unreachable");
});

test("somebody without e-mail is somebody all the same", async () => {
  expect((await identify(await comeBack("26"), sent)).email).toBeNull();
});

test("nobody is sent to the sign-out of a FranceConnect that does not answer", async () => {
  const { idToken } = await identify(await comeBack(), sent);
  far.isDown = true;
  expect((await faultOf(logoutUrl(idToken, sent.state))).kind).toBe("unreachable");
});

test("FranceConnect away is said so, and looked for again the next time", async () => {
  const answer = await comeBack();
  far.isDown = true;
  expect((await faultOf(identify(answer, sent))).kind).toBe("unreachable");
  far.isDown = false;
  expect(await identify(await comeBack(), sent)).toMatchObject({ acr: "eidas1" });
});

test("a fault tells our journal nothing about anybody", async () => {
  const answer = await comeBack();
  far.change = onUserinfo(signedAgain({}, foreign));
  const fault = await faultOf(identify(answer, sent));
  expect(`${fault.stack} ${JSON.stringify(fault)}`).not.toMatch(/dubois|angela|1962/i);
  expect(fault.cause).toBeUndefined();
});

test("signs out with three parameters and no other", async () => {
  const { idToken } = await identify(await comeBack(), sent);
  const url = new URL(await logoutUrl(idToken, sent.state));
  const sentThere = [...url.searchParams.keys()].join(" ");
  expect(sentThere).toBe("id_token_hint state post_logout_redirect_uri");
  const left = await fetch(url, { redirect: "manual" });
  expect(left.headers.get("location")).toBe(
    `http://localhost:3000/franceconnect/sortie?state=${sent.state}`,
  );
});
