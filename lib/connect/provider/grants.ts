import "server-only";
import { randomBytes } from "node:crypto";
import type { KoaContextWithOIDC, default as Provider } from "oidc-provider";
import { system } from "@/lib/auth/actor";
import { agreedItems, claimsOf } from "@/lib/consents/model";
import { type ActiveConsent, findActiveConsent, findNotice } from "@/lib/consents/queries";
import { CLAIMS_ABOUT_CLAIMS, SCOPE_CLAIMS, SCOPES, type Scope } from "../model";

const connect = system("connect");

type Grant = InstanceType<Provider["Grant"]>;

/** Grants what was agreed to, and says of the rest that it was refused: nobody is asked twice. */
function fill(grant: Grant, consent: ActiveConsent, asked: readonly Scope[]) {
  const agreed = agreedItems(consent.notice, consent.items).filter(({ id }) =>
    consent.items.includes(id),
  );
  const allowed = [...claimsOf(agreed), ...CLAIMS_ABOUT_CLAIMS];
  const claims = asked.flatMap((scope): readonly string[] => SCOPE_CLAIMS[scope]);
  const isEmpty = (scope: Scope) =>
    SCOPE_CLAIMS[scope].length > 0 &&
    SCOPE_CLAIMS[scope].every((claim) => claim !== "sub" && !claimsOf(agreed).includes(claim));
  grant.addOIDCScope([...asked]);
  grant.rejectOIDCClaims(claims.filter((claim) => !allowed.includes(claim)));
  const refused = asked.filter(isEmpty);
  if (refused.length > 0) grant.rejectOIDCScope(refused);
}

/**
 * The grant of this session for this service, rebuilt from the consent ledger and from nothing else.
 * Its id starts with the agreement's: a token shows which agreement it hangs on. Undefined: ask the person.
 */
export async function loadGrant(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { client, session, provider } = ctx.oidc;
  const accountId = session?.accountId;
  if (!client || !session || !accountId) return undefined;

  const consent = await findActiveConsent(connect, accountId, client.clientId);
  const notice = await findNotice(connect, client.clientId);
  if (!consent?.expiresAt || consent.noticeId !== notice?.id) return undefined;

  const known = session.grantIdFor(client.clientId);
  const existing = known?.startsWith(`${consent.id}.`)
    ? await provider.Grant.find(known)
    : undefined;
  if (existing) return existing;

  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.jti = `${consent.id}.${randomBytes(16).toString("base64url")}`;
  grant.exp = Math.floor(consent.expiresAt.getTime() / 1000);
  const asked = SCOPES.filter((scope) => client.scope?.split(" ").includes(scope));
  fill(grant, consent, asked);
  await grant.save();
  return grant;
}
