import type { Actor } from "@/lib/auth/actor";
import type { IdentityOrigin } from "./model";
import type { Factors } from "./model/factors";

type Owned = { id: string; identityOrigin: IdentityOrigin };

/** The policies of db/schema/accounts.ts say the same. */
export const canRead = (actor: Actor, { id }: Pick<Owned, "id">) =>
  actor.kind === "system" || (actor.kind === "account" && actor.id === id);

/** What the State certified is not for us to change. */
export const canEditIdentity = (actor: Actor, account: Owned) =>
  canRead(actor, account) && account.identityOrigin === "declared";

type Ways = Pick<Factors, "hasPassword" | "hasFranceConnect" | "passkeys">;

/** How many means open this account by themselves. The mailbox only gives another one. */
export const waysIn = ({ hasPassword, hasFranceConnect, passkeys }: Ways) =>
  Number(hasPassword) + Number(hasFranceConnect) + passkeys.length;

/** Not the last way in; and an agent keeps a passkey or an application of codes. */
export const canRemovePasskey = (factors: Factors) =>
  waysIn(factors) > 1 &&
  (factors.agentSince === null || factors.totp !== null || factors.passkeys.length > 1);

export const canRemoveTotp = ({ agentSince, passkeys }: Factors) =>
  agentSince === null || passkeys.length > 0;
