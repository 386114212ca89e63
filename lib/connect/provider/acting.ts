import "server-only";
import type Provider from "oidc-provider";
import type { Client, KoaContextWithOIDC } from "oidc-provider";
import { system } from "@/lib/auth/actor";
import { type ActiveConsent, findActiveConsent, stands } from "@/lib/consents/queries";
import { getNotice } from "@/lib/consents/queries/notices";
import { type ActingMandate, findActingMandate } from "@/lib/mandates/queries";
import type { StoredToken } from "../queries/tokens";
import { told } from "./call";
import { subjectFor } from "./subjects";

const connect = system("connect");

/** A scope that a helper never has, whatever the person agreed to for themselves. */
export const NEVER_ACTING = ["consents", "household"] as const;

type Token = { clientId?: string | undefined; grantId?: string | undefined };

/** `<agreement>.<random>`, or `<agreement of the person>.<mandate>.<random>` where a helper acts. */
function partsOf(grantId: string | undefined) {
  const [consentId = "", second = "", third] = (grantId ?? "").split(".");
  return { consentId, mandateId: third === undefined ? null : second };
}

/** An agreement that stands. */
export type Agreement = Pick<ActiveConsent, "id" | "clientId" | "items" | "notice">;

/** In whose name a token of this account speaks, and the agreement behind it; `mandate` when somebody acts for them. */
export type Standing = {
  personId: string;
  consent: Agreement;
  mandate: ActingMandate | null;
};

async function agreementOf(clientId: string, decision: StoredToken["decision"]) {
  if (!decision?.items || !decision.consentId || !decision.noticeId || !stands(decision))
    return null;
  const { consentId: id, items, noticeId } = decision;
  return { id, clientId, items, notice: await getNotice(connect, noticeId) };
}

const findAgreement = (accountId: string, clientId: string) =>
  told<Agreement | null>(
    (token) =>
      token.accountId === accountId && token.clientId === clientId
        ? agreementOf(clientId, token.decision)
        : undefined,
    () => findActiveConsent(connect, accountId, clientId),
  );

/**
 * What a token hangs on, looked at at each call: the person's agreement and, when a helper acts, their mandate. Null
 * once either is withdrawn, replaced or over: the token opens nothing any more.
 */
export async function standingOf(accountId: string, token: Token): Promise<Standing | null> {
  const { clientId, grantId } = token;
  if (!clientId || !grantId) return null;
  const { consentId, mandateId } = partsOf(grantId);
  const mandate = mandateId ? await findActingMandate(mandateId, accountId, clientId) : null;
  if (mandateId && !mandate) return null;
  const personId = mandate?.personId ?? accountId;
  const consent = await findAgreement(personId, clientId);
  return consent?.id === consentId ? { personId, consent, mandate } : null;
}

const sectorOf = (client: Client) =>
  typeof client.sector === "string" ? client.sector : client.clientId;

/**
 * The subject of a token: the person, whoever holds it. The library knows the account that signed in; under a mandate
 * the grant says in whose name.
 */
export async function subjectOf(ctx: KoaContextWithOIDC, accountId: string, client: Client) {
  const { mandateId } = partsOf(ctx?.oidc?.grant?.jti);
  const mandate = mandateId ? await findActingMandate(mandateId, accountId, client.clientId) : null;
  // Whoever introspects a token is told the person's name in its own sector, whatever the token's client.
  const reader = (ctx?.oidc?.route === "introspection" && ctx.oidc.client) || client;
  const personId = mandate?.personId ?? accountId;
  const sector = sectorOf(reader);
  return told(
    ({ sub, accountId: holder, client: of }) =>
      sub && holder === personId && of?.sector === sector ? sub : undefined,
    () => subjectFor(personId, sector),
  );
}

/** Who acts, as this service is told (RFC 8693 §4.1): their own name in its sector, and what a screen shows. */
export async function actorClaim(mandate: ActingMandate, sector: string) {
  const { helperId, helperName, structure } = mandate;
  return {
    sub: await subjectFor(helperId ?? "", sector),
    name: helperName ?? "",
    ...(structure ? { organization: structure } : {}),
  };
}

type AccessToken = InstanceType<Provider["AccessToken"]>;
type ClientCredentials = InstanceType<Provider["ClientCredentials"]>;

/** `act` of an access token, told where it is introspected. */
export async function extraTokenClaims(
  _: KoaContextWithOIDC,
  token: AccessToken | ClientCredentials,
) {
  if (token.kind !== "AccessToken") return undefined;
  const { accountId, client } = token as AccessToken;
  const standing = await standingOf(accountId, token as AccessToken);
  if (!standing?.mandate || !client) return undefined;
  return { act: await actorClaim(standing.mandate, sectorOf(client)) };
}
