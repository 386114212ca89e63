import "server-only";
import { randomBytes } from "node:crypto";
import {
  type Client,
  errors,
  type KoaContextWithOIDC,
  type default as Provider,
} from "oidc-provider";
import { system } from "@/lib/auth/actor";
import { agreedItems, apiScopesOf, claimsOf, type NoticeItem } from "@/lib/consents/model";
import { type ActiveConsent, findActiveConsent, findNotice } from "@/lib/consents/queries";
import { findActingMandate } from "@/lib/mandates/queries";
import { CLAIMS_ABOUT_CLAIMS, SCOPE_CLAIMS, SCOPES, type Scope } from "../model";
import { findResource } from "../queries/resources";
import { NEVER_ACTING } from "./acting";
import { resourcesOf } from "./resources";

const connect = system("connect");

type Grant = InstanceType<Provider["Grant"]>;

const claimsIn = (scopes: readonly Scope[]) =>
  scopes.flatMap((scope): readonly string[] => SCOPE_CLAIMS[scope]);

/** What the service registered for, of claims and scopes; nobody is asked about the rest. */
function fillClaims(
  grant: Grant,
  agreed: readonly NoticeItem[],
  registered: readonly Scope[],
  never: readonly string[],
) {
  const agreedClaims = claimsOf(agreed);
  const allowed = claimsIn(registered).filter(
    (claim) => agreedClaims.includes(claim) || CLAIMS_ABOUT_CLAIMS.includes(claim),
  );
  const isEmpty = (scope: Scope) =>
    never.includes(scope) ||
    (SCOPE_CLAIMS[scope].length > 0 &&
      SCOPE_CLAIMS[scope].every((claim) => claim !== "sub" && !agreedClaims.includes(claim)));
  grant.addOIDCScope([...registered]);
  grant.addOIDCClaims(allowed);
  grant.rejectOIDCClaims(claimsIn(SCOPES).filter((claim) => !allowed.includes(claim)));
  const refused = registered.filter(isEmpty);
  if (refused.length > 0) grant.rejectOIDCScope(refused);
}

async function fillApis(grant: Grant, agreed: readonly NoticeItem[], uris: readonly string[]) {
  for (const uri of uris) {
    const { scopes = [] } = (await findResource(uri)) ?? {};
    const opened = apiScopesOf(agreed, uri).filter((scope) => scopes.includes(scope));
    const refused = scopes.filter((scope) => !opened.includes(scope));
    if (opened.length > 0) grant.addResourceScope(uri, [...opened]);
    if (refused.length > 0) grant.rejectResourceScope(uri, [...refused]);
  }
}

/** Grants what was agreed to, and says of the rest that it was refused: nobody is asked twice. */
async function fill(
  grant: Grant,
  { notice, items }: ActiveConsent,
  client: Client,
  never: readonly string[] = [],
) {
  const agreed = agreedItems(notice, items).filter(({ id }) => items.includes(id));
  const registered = SCOPES.filter((scope) => client.scope?.split(" ").includes(scope));
  fillClaims(grant, agreed, registered, never);
  await fillApis(grant, agreed, resourcesOf(client));
}

const contentOf = ({ openid, resources, rejected }: Grant) =>
  JSON.stringify([openid, resources, rejected]);

/** What this person agreed to for this service, with the notice in force now; null otherwise. */
export async function findCurrentConsent(accountId: string, clientId: string) {
  const [consent, notice] = [
    await findActiveConsent(connect, accountId, clientId),
    await findNotice(connect, clientId),
  ];
  return consent?.expiresAt && consent.noticeId === notice?.id
    ? { ...consent, expiresAt: consent.expiresAt }
    : null;
}

const secondsOf = (...ends: readonly (Date | null)[]) =>
  Math.floor(Math.min(...ends.map((end) => end?.getTime() ?? 0)) / 1000);

/** Under a mandate: what the person agreed to, in their name, until the first of both ends. */
async function actingGrant({ oidc }: KoaContextWithOIDC, accountId: string, mandateId: string) {
  const { client, provider } = oidc;
  const mandate = client && (await findActingMandate(mandateId, accountId, client.clientId));
  const consent = mandate && (await findCurrentConsent(mandate.personId, client.clientId));
  if (!mandate || !consent) throw new errors.AccessDenied("the mandate is over");
  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.jti = `${consent.id}.${mandateId}.${randomBytes(16).toString("base64url")}`;
  grant.exp = secondsOf(consent.expiresAt, mandate.endsAt);
  await fill(grant, consent, client, NEVER_ACTING);
  await grant.save();
  return grant;
}

const chosenMandate = ({ oidc }: KoaContextWithOIDC) =>
  (oidc.result?.mandate as { id?: string | null } | undefined)?.id;

/**
 * The grant of this session for this service, rebuilt from the consent ledger and from nothing else.
 * Its id starts with the agreement's: a token shows which agreement it hangs on. Undefined: ask the person.
 */
export async function loadGrant(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { client, session, provider } = ctx.oidc;
  const accountId = session?.accountId;
  if (!client || !session || !accountId) return undefined;

  const mandateId = chosenMandate(ctx);
  if (mandateId) return actingGrant(ctx, accountId, mandateId);

  const consent = await findCurrentConsent(accountId, client.clientId);
  if (!consent) return undefined;

  const known = session.grantIdFor(client.clientId);
  const existing = known?.startsWith(`${consent.id}.`)
    ? await provider.Grant.find(known)
    : undefined;
  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.jti = existing?.jti ?? `${consent.id}.${randomBytes(16).toString("base64url")}`;
  grant.exp = secondsOf(consent.expiresAt);
  await fill(grant, consent, client);
  if (existing && contentOf(existing) === contentOf(grant)) return existing;
  await grant.save();
  return grant;
}
