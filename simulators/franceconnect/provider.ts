import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { findIdentity, type Identity, searchIdentities } from "./identities";
import { choicePage } from "./pages";
import { RedirectedRefusal, Refusal } from "./refusals";
import {
  type Authorization,
  type Client,
  readAuthorization,
  readLogout,
  readTokenCall,
} from "./rules";
import type { Tokens } from "./tokens";

const INTERACTION_MS = 10 * 60_000;
const SESSION_MS = 30 * 60_000;

type Interaction = { authorization: Authorization; browser: string; at: number };
export type Answer = { status: number; headers?: Record<string, string>; body?: string };
type Call = {
  request: IncomingMessage;
  url: URL;
  /** The path of the issuer. */
  base: string;
  params: URLSearchParams;
  browser: string;
};

export const html = (body: string, status = 200): Answer => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8" },
  body,
});
export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});
export const seeOther = (location: string): Answer => ({ status: 303, headers: { location } });

export const withQuery = (address: string, query: Record<string, string>) => {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
};

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  end_session_endpoint: `${issuer}/session/end`,
  jwks_uri: `${issuer}/jwks`,
  acr_values_supported: ["eidas1"],
  authorization_response_iss_parameter_supported: true,
  claims_parameter_supported: true,
  grant_types_supported: ["authorization_code"],
  id_token_signing_alg_values_supported: ["ES256", "RS256"],
  response_types_supported: ["code"],
  subject_types_supported: ["pairwise"],
  token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt"],
  userinfo_signing_alg_values_supported: ["ES256", "RS256"],
});

export const newId = () => randomBytes(24).toString("base64url");

export type Route = (call: Call) => Answer | Promise<Answer>;

/** The protocol: each address under the path of the issuer. */
export class Provider {
  private readonly interactions = new Map<string, Interaction>();
  private readonly sessions = new Map<string, { identity: Identity; at: number }>();

  constructor(
    private readonly issuer: string,
    private readonly clients: readonly Client[],
    private readonly now: () => number,
    private readonly tokens: Tokens,
  ) {}

  readonly routes: Record<string, Route> = {
    "GET /.well-known/openid-configuration": () => json(metadata(this.issuer)),
    "GET /jwks": () => json(this.tokens.jwks),
    "GET /authorize": (call) => this.authorize(call),
    "POST /authorize": (call) => this.authorize(call),
    "GET /interaction": (call) => this.choose(call),
    "POST /interaction": (call) => this.chosen(call),
    "POST /token": (call) => this.token(call),
    "GET /userinfo": (call) => this.userinfo(call),
    "GET /session/end": (call) => this.logout(call),
  };

  private authorize({ params, browser, base }: Call): Answer {
    const authorization = readAuthorization(params, this.clients);
    const id = newId();
    this.interactions.set(id, { authorization, browser, at: this.now() });
    return seeOther(`${base}/interaction/${id}`);
  }

  private interactionOf({ url, browser }: Call) {
    const id = url.pathname.split("/").at(-1) ?? "";
    const found = this.interactions.get(id);
    if (found?.browser !== browser || this.now() - found.at > INTERACTION_MS)
      throw new Refusal(401, "Y190001", "access_denied", "user authentication aborted");
    return { id, ...found };
  }

  private choose(call: Call): Answer {
    const { authorization } = this.interactionOf(call);
    const query = call.url.searchParams.get("q") ?? "";
    const session = this.sessions.get(call.browser);
    const isOpen = session && this.now() - session.at < SESSION_MS;
    return html(
      choicePage({
        query,
        known: isOpen ? session.identity : undefined,
        service: authorization.client.name,
        found: searchIdentities(query),
      }),
    );
  }

  private chosen(call: Call): Answer {
    const { id, authorization } = this.interactionOf(call);
    const { redirectUri, state } = authorization;
    this.interactions.delete(id);
    const identity = findIdentity(call.params.get("identity") ?? "");
    if (!identity)
      throw new RedirectedRefusal(redirectUri, state, "access_denied", "User auth aborted");
    this.sessions.set(call.browser, { identity, at: this.now() });
    const code = this.tokens.issueCode(authorization, identity);
    return seeOther(withQuery(redirectUri, { code, state, iss: this.issuer }));
  }

  private async token({ request, params }: Call): Promise<Answer> {
    const { authorization } = request.headers;
    const { client, code, redirectUri } = readTokenCall(params, authorization, this.clients);
    return json(await this.tokens.redeem(client, code, redirectUri));
  }

  private async userinfo({ request }: Call): Promise<Answer> {
    const body = await this.tokens.userinfo(request.headers.authorization);
    return { status: 200, headers: { "content-type": "application/jwt; charset=utf-8" }, body };
  }

  private async logout({ url, browser }: Call): Promise<Answer> {
    const { hint, state, to } = readLogout(url.searchParams);
    const client = await this.tokens.clientOfHint(hint, this.clients);
    if (!client.postLogoutRedirectUris.includes(to))
      throw new Refusal(
        400,
        "Y030111",
        "invalid_request",
        "post_logout_redirect_uri not registered",
      );
    this.sessions.delete(browser);
    return seeOther(withQuery(to, { state }));
  }
}
