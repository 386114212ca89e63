import "server-only";
import { fullName } from "@/lib/accounts/model";
import { hasSecondProof } from "@/lib/accounts/model/factors";
import { findAccount } from "@/lib/accounts/queries";
import { findFactors } from "@/lib/accounts/queries/factors";
import { system } from "@/lib/auth/actor";
import { expiryOf, type NoticeItem } from "@/lib/consents/model";
import { findNotice } from "@/lib/consents/queries";
import { env } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { formatBirthdate } from "@/lib/format/birthdate";
import { formatPhone } from "@/lib/format/phone";
import { listMinors } from "@/lib/household/queries";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";
import type { Acr } from "../model";
import { findClient } from "../queries";
import { claimsOfAccount } from "./claims";
import { PORTAL_CLIENT } from "./clients";
import type { Interaction } from "./interactions";

const connect = system("connect");

const clientIdOf = ({ params }: Interaction) => String(params.client_id ?? "");

/** What the service believes to be the person's address (`login_hint`): it only fills the field. */
const hintOf = ({ params }: Interaction) =>
  typeof params.login_hint === "string" && /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(params.login_hint)
    ? params.login_hint
    : "";

/** The service somebody is signing in to. */
export async function describeSignIn(interaction: Interaction) {
  const clientId = clientIdOf(interaction);
  const client = await findClient(clientId);
  return {
    name: client?.name ?? "ce service",
    isSandbox: client?.environment === "sandbox",
    isWrongAccount: interaction.prompt.reasons.includes("audience"),
    hint: hintOf(interaction),
    /** The portal lets people go on without an account. */
    ...(clientId === PORTAL_CLIENT && {
      anonymousHref: new URL("/demarches", env().PORTAL_URL).href,
      trackingHref: new URL("/suivi", env().PORTAL_URL).href,
    }),
  };
}

type LevelDetails = { levels?: readonly Acr[]; insists?: boolean };

/** What the service asks for beyond the session there is, and what this account can do about it. */
export async function describeLevel(interaction: Interaction, accountId: string) {
  const { levels = [], insists = false } = interaction.prompt.details as LevelDetails;
  const factors = await findFactors(accountId);
  return {
    insists,
    byFranceConnect: levels.includes("eidas1") && isFranceConnectOn(),
    bySecondFactor: levels.includes("mfa"),
    isCertified: factors?.hasFranceConnect ?? false,
    hasSecondFactor: factors !== null && hasSecondProof(factors),
  };
}

/** Who is signed in here, as they know themselves. */
export async function describeAccount(accountId: string) {
  const account = await findAccount(connect, accountId);
  if (!account) throw notFound("Compte");
  return { name: fullName(account), email: account.email };
}

type Claims = Record<string, unknown>;

const WRITTEN: Record<string, (claims: Claims) => string> = {
  name: ({ name }) => String(name ?? ""),
  email: ({ email }) => String(email ?? ""),
  birthdate: ({ birthdate }) => (typeof birthdate === "string" ? formatBirthdate(birthdate) : ""),
  phone_number: ({ phone_number }) =>
    typeof phone_number === "string" ? formatPhone(phone_number) : "",
  household: ({ household }) => String(household ?? ""),
  address: ({ address }) =>
    ((address ?? {}) as { formatted?: string }).formatted?.replaceAll("\n", ", ") ?? "",
};

const GENDERS: Record<string, string> = { female: "femme", male: "homme" };

/** The real value of an item, as a person reads it; empty when the account does not hold it. */
export function writtenValue({ claims: names }: Pick<NoticeItem, "claims">, claims: Claims) {
  if (names.length === 0) return "Lu à sa demande, auprès du service qui les détient";
  const written = names.map((name) => WRITTEN[name]?.(claims) ?? "").filter(Boolean);
  const gender = names.includes("gender") && GENDERS[String(claims.gender)];
  return [...written, ...(gender ? [gender] : [])].join(", ");
}

function originOf(
  { claims: names }: NoticeItem,
  { claim_origins }: Claims,
): "certified" | "account" | "elsewhere" {
  if (names.length === 0) return "elsewhere";
  const origins = (claim_origins ?? {}) as Record<string, string>;
  return names.some((name) => origins[name] === "certified") ? "certified" : "account";
}

/** « Inès, Adam »: what the account’s household holds that may be shown. */
const childrenOf = async (accountId: string) =>
  (await listMinors(connect, accountId)).map(({ givenName }) => givenName).join(", ");

/** Everything the consent page says: what is asked, with the real values, by whom, what for, until when. */
export async function describeConsent(interaction: Interaction) {
  const accountId = interaction.session?.accountId ?? "";
  const [found, account] = await Promise.all([
    findNotice(connect, clientIdOf(interaction)),
    findAccount(connect, accountId),
  ]);
  if (!found || !account) throw notFound("Service");
  const { notice } = found;
  const claims = { ...claimsOfAccount(account), household: await childrenOf(accountId) };
  return {
    ...notice,
    items: notice.items.map((item) => ({
      ...item,
      value: writtenValue(item, claims),
      origin: originOf(item, claims),
    })),
    until: expiryOf(notice, new Date()),
    changeUrl: new URL("/mes-donnees", env().PORTAL_URL).href,
  };
}
