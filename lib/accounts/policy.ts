import type { Actor } from "@/lib/auth/actor";
import type { IdentityOrigin } from "./model";

type Owned = { id: string; identityOrigin: IdentityOrigin };

/** The policies of db/schema/accounts.ts say the same. */
export const canRead = (actor: Actor, { id }: Pick<Owned, "id">) =>
  actor.kind === "system" || (actor.kind === "account" && actor.id === id);

/** What the State certified is not for us to change. */
export const canEditIdentity = (actor: Actor, account: Owned) =>
  canRead(actor, account) && account.identityOrigin === "declared";
