import { RedirectedRefusal, Refusal, wrongLogout, wrongParameter } from "./refusals";

/** A service that FranceConnect knows. */
export type Client = {
  id: string;
  name: string;
  secret: string;
  redirectUris: readonly string[];
  postLogoutRedirectUris: readonly string[];
};

const AUTHORIZE = [
  "client_id",
  "acr_values",
  "claims",
  "response_type",
  "nonce",
  "state",
  "redirect_uri",
  "scope",
  "prompt",
  "idp_hint",
  "ui_locales",
];
const NEEDED = [
  "client_id",
  "acr_values",
  "response_type",
  "nonce",
  "state",
  "redirect_uri",
  "scope",
];
const LOGOUT = ["id_token_hint", "state", "post_logout_redirect_uri"];
const MIN_RANDOM = 22;
const PROMPTS = ["login", "consent"];

const PIVOT = [
  "given_name",
  "given_name_array",
  "family_name",
  "birthdate",
  "gender",
  "birthplace",
  "birthcountry",
];

export const SCOPES: Record<string, readonly string[]> = {
  openid: ["sub"],
  identite_pivot: PIVOT,
  profile: [
    "given_name",
    "given_name_array",
    "family_name",
    "birthdate",
    "gender",
    "preferred_username",
  ],
  birth: ["birthplace", "birthcountry"],
  given_name: ["given_name", "given_name_array"],
  family_name: ["family_name"],
  preferred_username: ["preferred_username"],
  gender: ["gender"],
  birthdate: ["birthdate"],
  birthplace: ["birthplace"],
  birthcountry: ["birthcountry"],
  email: ["email"],
};

type Refuse = (description: string) => Refusal;

/** Known names only, each once. */
function read(params: URLSearchParams, known: readonly string[], refuse: Refuse) {
  for (const name of params.keys()) {
    if (!known.includes(name)) throw refuse(`property ${name} should not exist`);
    if (params.getAll(name).length > 1) throw refuse(`${name} must be a string`);
  }
  return Object.fromEntries(params) as Record<string, string | undefined>;
}

const isUrl = (value = "") => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

function checkForm(given: Record<string, string | undefined>) {
  for (const name of NEEDED) if (!given[name]) throw wrongParameter(`${name} must be a string`);
  for (const name of ["nonce", "state"])
    if ((given[name] ?? "").length < MIN_RANDOM)
      throw wrongParameter(`${name} must be longer than or equal to ${MIN_RANDOM} characters`);
  if (!isUrl(given.redirect_uri)) throw wrongParameter("redirect_uri must be a URL address");
  const prompts = given.prompt?.split(/ +/) ?? [];
  if (!prompts.every((prompt) => PROMPTS.includes(prompt)))
    throw wrongParameter("prompt must be login or consent");
  if (given.idp_hint !== undefined)
    throw new Refusal(400, "Y030016", "invalid_request", "invalid idp_hint parameter");
}

const isObject = (json: string) => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

export type Authorization = {
  client: Client;
  redirectUri: string;
  state: string;
  nonce: string;
  scopes: string[];
  /** amr is said to whoever asks for it. */
  wantsAmr: boolean;
};

/** What a service asks at /authorize, or why it is refused. */
export function readAuthorization(
  params: URLSearchParams,
  clients: readonly Client[],
): Authorization {
  const given = read(params, AUTHORIZE, wrongParameter);
  checkForm(given);
  const { redirect_uri: redirectUri = "", state = "", nonce = "", scope = "", claims } = given;
  const client = clients.find(({ id }) => id === given.client_id);
  if (!client)
    throw new Refusal(400, "Y030106", "invalid_client", "client is invalid (client not found)");
  if (!client.redirectUris.includes(redirectUri))
    throw new Refusal(
      400,
      "Y030118",
      "invalid_redirect_uri",
      "redirect_uri did not match any of the client's registered redirect_uris",
    );
  if (given.acr_values !== "eidas1")
    throw new Refusal(400, "Y020002", "invalid_request", "acr_values not supported");
  if (claims !== undefined && !isObject(claims))
    throw new Refusal(400, "Y030028", "server_error", "claims is not a JSON object");
  const back = (error: string, description: string) =>
    new RedirectedRefusal(redirectUri, state, error, description);
  if (given.response_type !== "code")
    throw back("unsupported_response_type", "unsupported response_type requested");
  const scopes = scope.split(/ +/).filter(Boolean);
  if (!scopes.includes("openid")) throw back("invalid_request", "openid scope must be requested");
  const unknown = scopes.find((name) => !Object.hasOwn(SCOPES, name));
  if (unknown) throw back("invalid_scope", "requested scope is not allowed");
  return {
    client,
    redirectUri,
    state,
    nonce,
    scopes,
    wantsAmr: claims?.includes('"amr"') ?? false,
  };
}

/** Of the logout: the hint is needed, and nothing else may come with the three. */
export function readLogout(params: URLSearchParams) {
  const given = read(params, LOGOUT, wrongLogout);
  const { id_token_hint: hint, state, post_logout_redirect_uri: to } = given;
  if (!hint) throw wrongLogout("id_token_hint must be a string");
  if (!state) throw wrongLogout("state must be a string");
  if (!to || !isUrl(to)) throw wrongLogout("post_logout_redirect_uri must be a URL address");
  return { hint, state, to };
}

const invalidClient = (description: string) =>
  new Refusal(401, null, "invalid_client", description);
export const invalidGrant = (description = "grant request is invalid") =>
  new Refusal(400, null, "invalid_grant", description);

/** client_secret_post, and no other way. */
export function readTokenCall(
  params: URLSearchParams,
  authorization: string | undefined,
  clients: readonly Client[],
) {
  if (authorization !== undefined || params.has("client_assertion"))
    throw invalidClient("client authentication failed");
  const client = clients.find(({ id }) => id === params.get("client_id"));
  if (!client || params.get("client_secret") !== client.secret)
    throw invalidClient("client authentication failed");
  if (params.get("grant_type") !== "authorization_code")
    throw new Refusal(400, null, "unsupported_grant_type", "unsupported grant_type requested");
  if (params.has("code_verifier")) throw invalidGrant();
  const [code, redirectUri] = [params.get("code"), params.get("redirect_uri")];
  if (!code || !redirectUri)
    throw new Refusal(400, null, "invalid_request", "missing required parameter(s)");
  return { client, code, redirectUri };
}
