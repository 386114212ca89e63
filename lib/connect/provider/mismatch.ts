import "server-only";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { CallDetails } from "@/lib/partners/model/calls";

const LONGEST = 300;

/** A refusal of the library: `error_detail` is what it tells its own log. */
export type Refusal = Error & {
  error?: string;
  error_description?: string;
  error_detail?: string;
};

export const sentText = (value: unknown) =>
  typeof value === "string" && value !== "" ? value.slice(0, LONGEST) : undefined;

/** Without its query: a service may put anything in it. */
const bare = (uri: string) => uri.replace(/\?.*$/s, "?…");

const received = (value: string | undefined) => (value === undefined ? {} : { received: value });

type Rule = { applies: (error: Refusal) => boolean; of: (ctx: KoaContextWithOIDC) => CallDetails };

function addressMismatch({ oidc }: KoaContextWithOIDC): CallDetails {
  const isLogout = oidc.route?.startsWith("end_session");
  const parameter = isLogout ? "post_logout_redirect_uri" : "redirect_uri";
  const expected = isLogout ? oidc.client?.postLogoutRedirectUris : oidc.client?.redirectUris;
  const sent = sentText(oidc.params?.[parameter]);
  return { parameter, ...received(sent && bare(sent)), expected: expected ?? [] };
}

function methodIn({ headers, oidc: { params = {} } }: KoaContextWithOIDC) {
  if (headers.authorization) return "client_secret_basic";
  if (params.client_assertion) return "private_key_jwt";
  return params.client_secret ? "client_secret_post" : "none";
}

const RULES: readonly Rule[] = [
  {
    applies: ({ error, error_description }) =>
      error === "invalid_redirect_uri" || /redirect_uri/.test(error_description ?? ""),
    of: addressMismatch,
  },
  {
    applies: ({ error }) => error === "invalid_scope",
    of: ({ oidc }) => ({
      parameter: "scope",
      ...received(sentText(oidc.params?.scope)),
      expected: [oidc.client?.scope ?? ""],
    }),
  },
  {
    applies: ({ error_detail }) => /authentication method/.test(error_detail ?? ""),
    of: (ctx) => ({
      parameter: "token_endpoint_auth_method",
      received: methodIn(ctx),
      expected: [ctx.oidc.client?.clientAuthMethod ?? ""],
    }),
  },
];

/** What was received beside what is registered, for the mistakes everybody makes. */
export function mismatchOf(ctx: KoaContextWithOIDC, error: Refusal): CallDetails {
  const rule = RULES.find(({ applies }) => applies(error));
  if (rule) return rule.of(ctx);
  const [, missing] =
    /missing required parameter\(s\) '?([\w, ]+)/.exec(error.error_description ?? "") ?? [];
  return missing ? { parameter: missing } : {};
}
