import "server-only";
import { findAccount } from "@/lib/accounts/queries";
import { system } from "@/lib/auth/actor";
import { expiryOf, type NoticeItem } from "@/lib/consents/model";
import { findNotice } from "@/lib/consents/queries";
import { env } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { formatBirthdate } from "@/lib/format/birthdate";
import { formatPhone } from "@/lib/format/phone";
import { listMinors } from "@/lib/household/queries";
import { findClient } from "../queries";
import { claimsOfAccount } from "./claims";
import { PORTAL_CLIENT } from "./clients";
import type { Interaction } from "./interactions";

const connect = system("connect");

const clientIdOf = ({ params }: Interaction) => String(params.client_id ?? "");

/** The service somebody is signing in to. */
export async function describeSignIn(interaction: Interaction) {
  const clientId = clientIdOf(interaction);
  const client = await findClient(clientId);
  return {
    name: client?.name ?? "ce service",
    isSandbox: client?.environment === "sandbox",
    isWrongAccount: interaction.prompt.reasons.includes("audience"),
    /** The portal lets people go on without an account. */
    ...(clientId === PORTAL_CLIENT && {
      anonymousHref: new URL("/demarches", env().PORTAL_URL).href,
      trackingHref: new URL("/suivi", env().PORTAL_URL).href,
    }),
  };
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
  const written = names.map((name) => WRITTEN[name]?.(claims) ?? "").filter(Boolean);
  const gender = names.includes("gender") && GENDERS[String(claims.gender)];
  return [...written, ...(gender ? [gender] : [])].join(", ");
}

function originOf(
  { claims: names }: NoticeItem,
  { claim_origins }: Claims,
): "certified" | "account" {
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
