import { createHash, randomBytes } from "node:crypto";
import {
  calculateJwkThumbprint,
  compactVerify,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from "jose";
import { claimsOf, type Identity, subjectOf } from "./identities";
import { Refusal, wrongLogout } from "./refusals";
import { type Authorization, type Client, invalidGrant, SCOPES } from "./rules";

const CODE_SECONDS = 30;
const TOKEN_SECONDS = 60;
const ACR = "eidas1";

type Granted = Authorization & { identity: Identity; at: number };
type Code = Granted & { token?: string };

const random = () => randomBytes(32).toString("base64url");
const half = (token: string) =>
  createHash("sha256").update(token).digest().subarray(0, 16).toString("base64url");

const sectorOf = ({ redirectUris: [first = "http://nowhere.invalid"] }: Client) =>
  new URL(first).host;

async function newKey() {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, publicKey, privateKey, jwk: { ...jwk, kid, alg: "ES256", use: "sig" } };
}

/** Codes, tokens and signatures; all of it in memory, gone with the process. */
export class Tokens {
  private readonly codes = new Map<string, Code>();
  private readonly tokens = new Map<string, Granted>();

  private constructor(
    private readonly issuer: string,
    private readonly now: () => number,
    private readonly key: Awaited<ReturnType<typeof newKey>>,
  ) {}

  static create = async (issuer: string, now: () => number) =>
    new Tokens(issuer, now, await newKey());

  get jwks() {
    return { keys: [this.key.jwk] };
  }

  private sign({ client, identity, at }: Granted, claims: JWTPayload) {
    const seconds = Math.floor(at / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: "ES256", kid: this.key.kid, typ: "JWT" })
      .setSubject(subjectOf(identity, sectorOf(client)))
      .setAudience(client.id)
      .setIssuer(this.issuer)
      .setIssuedAt(Math.floor(this.now() / 1000))
      .setExpirationTime(seconds + TOKEN_SECONDS)
      .sign(this.key.privateKey);
  }

  issueCode(authorization: Authorization, identity: Identity) {
    const code = random();
    this.codes.set(code, { ...authorization, identity, at: this.now() });
    return code;
  }

  /** Once, within 30 seconds, by the same service at the same address; tried again, it closes what it opened. */
  async redeem(client: Client, code: string, redirectUri: string) {
    const found = this.codes.get(code);
    if (found?.token) this.tokens.delete(found.token);
    const isOurs = found?.client.id === client.id && found.redirectUri === redirectUri;
    const isFresh = found && !found.token && this.now() - found.at <= CODE_SECONDS * 1000;
    if (!found || !isOurs || !isFresh) throw invalidGrant();
    const accessToken = random();
    found.token = accessToken;
    const granted = { ...found, at: this.now() };
    this.tokens.set(accessToken, granted);
    return {
      access_token: accessToken,
      expires_in: TOKEN_SECONDS,
      id_token: await this.sign(granted, {
        acr: ACR,
        nonce: found.nonce,
        at_hash: half(accessToken),
        auth_time: Math.floor(found.at / 1000),
        ...(found.wantsAmr ? { amr: ["pwd"] } : {}),
      }),
      scope: found.scopes.join(" "),
      token_type: "Bearer",
    };
  }

  /** Always a signed JWT, never plain JSON. */
  userinfo(authorization = "") {
    const [, token = ""] = /^Bearer ([\w-]+)$/.exec(authorization) ?? [];
    const granted = this.tokens.get(token);
    if (!granted || this.now() - granted.at > TOKEN_SECONDS * 1000)
      throw new Refusal(401, "Y030116", "invalid_token", "invalid token provided");
    const shown = granted.scopes.flatMap((scope) => SCOPES[scope] ?? []);
    const claims = Object.entries(claimsOf(granted.identity)).filter(
      ([name, value]) => shown.includes(name) && value !== undefined,
    );
    return this.sign(granted, Object.fromEntries(claims));
  }

  /** The service that a hint was written for. An old one will do: it only names a session. */
  async clientOfHint(hint: string, clients: readonly Client[]) {
    const isOurs = await compactVerify(hint, this.key.publicKey).catch(() => null);
    if (!isOurs)
      throw new Refusal(400, "Y041FDE", "invalid_request", "could not validate id_token_hint");
    const { aud, at_hash } = decodeJwt(hint);
    if (at_hash === undefined)
      throw new Refusal(
        400,
        "Y000019",
        "invalid_request",
        "Missing at_hash claim in id_token_hint",
      );
    const client = clients.find(({ id }) => id === aud);
    if (!client) throw wrongLogout("id_token_hint is for nobody");
    return client;
  }
}
