import "server-only";
import type { Account, AccountClaims } from "oidc-provider";
import { fullName } from "@/lib/accounts/model";
import { ASSURANCE_NAMES } from "@/lib/accounts/model/civil-identity";
import { type AccountProfile, findAccount } from "@/lib/accounts/queries";
import { system } from "@/lib/auth/actor";
import { recordAccess } from "@/lib/consents/commands/record-access";
import { SCOPE_CLAIMS, type Scope } from "../model";
import { findClient } from "../queries";
import { type Agreement, actorClaim, type Standing, standingOf } from "./acting";
import { pendingWrites, told } from "./call";
import { previousSubjects } from "./subjects";

const connect = system("connect");

function addressClaim({ address }: AccountProfile) {
  if (!address) return undefined;
  const street = [address.line1, address.line2].filter(Boolean).join("\n");
  return {
    formatted: `${street}\n${address.postalCode} ${address.commune}`,
    street_address: street,
    postal_code: address.postalCode,
    locality: address.commune,
    country: "France",
    ...(address.insee ? { insee: address.insee } : {}),
  };
}

/** Who vouches for each claim: the person alone (`declared`), a proof by mail (`verified`), the State (`certified`). */
function originsOf({ identityOrigin }: AccountProfile) {
  return {
    given_name: identityOrigin,
    family_name: identityOrigin,
    birthdate: identityOrigin,
    gender: identityOrigin,
    email: "verified",
    phone_number: "declared",
    address: "declared",
  };
}

/**
 * What the State certified and how surely, as OpenID Connect for Identity Assurance 1.0 says it; absent when nothing is.
 */
function verifiedClaims({ certificate, givenName, familyName, birthdate, gender }: AccountProfile) {
  if (!certificate) return undefined;
  const { acr, at } = certificate;
  return {
    verification: {
      trust_framework: "eidas",
      assurance_level: ASSURANCE_NAMES[acr],
      time: at.toISOString(),
      verification_process: "FranceConnect",
    },
    claims: { given_name: givenName, family_name: familyName, birthdate, gender },
  };
}

/** Standard claims (OpenID Connect Core §5.1); what the account does not say is absent. */
export function claimsOfAccount(account: AccountProfile): Record<string, unknown> {
  return {
    name: fullName(account),
    given_name: account.givenName,
    family_name: account.familyName,
    birthdate: account.birthdate ?? undefined,
    gender: account.gender ?? undefined,
    email: account.email,
    email_verified: true,
    phone_number: account.phone ?? undefined,
    phone_number_verified: account.phone ? false : undefined,
    address: addressClaim(account),
    claim_origins: originsOf(account),
    verified_claims: verifiedClaims(account),
    updated_at: Math.floor(account.updatedAt.getTime() / 1000),
  };
}

/** Scopes are told by userinfo (OpenID Connect Core §5.4), single claims wherever they are asked for (§5.5). */
function shownClaims(use: string, scope: string, single: object, rejected: readonly string[]) {
  const scopes = use === "userinfo" ? scope.split(" ") : [];
  const ofScopes = scopes.flatMap((name): readonly string[] => SCOPE_CLAIMS[name as Scope] ?? []);
  return [...ofScopes, ...Object.keys(single)].filter((claim) => !rejected.includes(claim));
}

/** The items of an agreement that an answer with these claims shows. */
function itemsRead(consent: Agreement, shown: readonly string[]) {
  return consent.notice.items
    .filter(({ id, claims }) => consent.items.includes(id) && claims.some((c) => shown.includes(c)))
    .map(({ id }) => id);
}

/** Says who vouches for what is shown, and does not even name the rest. */
function withOrigins(claims: Record<string, unknown>, shown: readonly string[]) {
  const origins = Object.entries(claims.claim_origins ?? {}).filter(
    ([claim]) => shown.includes(claim) && claims[claim] !== undefined,
  );
  return {
    ...claims,
    claim_origins: Object.fromEntries(origins),
    verified_claims: shownVerified(claims.verified_claims, shown),
  };
}

/** Nothing that was not agreed to comes through by this door. */
function shownVerified(verified: unknown, shown: readonly string[]) {
  if (!verified) return undefined;
  const { verification, claims } = verified as NonNullable<ReturnType<typeof verifiedClaims>>;
  const told = Object.entries(claims).filter(([name]) => shown.includes(name));
  return told.length > 0 ? { verification, claims: Object.fromEntries(told) } : undefined;
}

type Token = { clientId?: string | undefined; grantId?: string | undefined };

/** A token opens nothing once the agreement or the mandate behind it is withdrawn, replaced or over. */
export const consentBehind = async (accountId: string, token: Token) =>
  (await standingOf(accountId, token))?.consent ?? null;

/** The person sees that a service read these items, and who asked it to in their name. */
async function noteReading({ personId, consent, mandate }: Standing, shown: readonly string[]) {
  const items = itemsRead(consent, shown);
  if (items.length === 0) return;
  const { clientId, id: consentId } = consent;
  const mandateId = mandate?.id ?? null;
  const access = { accountId: personId, clientId, consentId, items, mandateId };
  const pending = pendingWrites();
  if (pending) pending.accesses.push(access);
  else await recordAccess(connect, access);
}

/** Other names that this service knew the person by, before two accounts of theirs became one. */
async function previousOf({ id, isJoined }: AccountProfile, { clientId }: Token = {}) {
  if (!isJoined || !clientId) return undefined;
  const subs = await previousSubjects(id, (await findClient(clientId))?.sector ?? clientId);
  return subs.length > 0 ? subs : undefined;
}

const actorOf = async ({ consent, mandate }: Standing) =>
  mandate && actorClaim(mandate, (await findClient(consent.clientId))?.sector ?? consent.clientId);

const findOpenAccount = (id: string) =>
  told<AccountProfile | null>(
    ({ account, certificate }) => (account?.id === id ? { ...account, certificate } : undefined),
    () => findAccount(connect, id),
  );

/**
 * The account behind a session or a token, or undefined: closed, or its agreement is over. Under a mandate, the
 * account that signed in is the helper's and the claims are the person's.
 */
export async function findOidcAccount(id: string, token?: Token): Promise<Account | undefined> {
  const standing = token?.grantId ? await standingOf(id, token) : null;
  if (token?.grantId && !standing) return undefined;
  const account = await findOpenAccount(standing?.personId ?? id);
  if (!account || (standing?.mandate && !(await findOpenAccount(id)))) return undefined;
  return {
    accountId: id,
    isClosing: account.isClosing,
    awaitsWelcome: account.awaitsWelcome,
    async claims(use, scope, claims, rejected): Promise<AccountClaims> {
      const shown = shownClaims(use, scope, claims, rejected);
      if (standing) await noteReading(standing, shown);
      const known = {
        ...claimsOfAccount(account),
        previous_subs: await previousOf(account, token),
      };
      const told = withOrigins(known, shown);
      const isShown = ([claim]: [string, unknown]) => shown.includes(claim);
      const act = standing && (await actorOf(standing));
      return {
        sub: id,
        ...Object.fromEntries(Object.entries(told).filter(isShown)),
        ...(act ? { act } : {}),
      };
    },
  };
}
