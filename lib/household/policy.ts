import type { Actor } from "@/lib/auth/actor";

/** A parent, and nobody else: not a helper, not the other parent before they accepted. */
export const canRead = (actor: Actor, { parentIds }: { parentIds: readonly string[] }) =>
  actor.kind === "account" && parentIds.includes(actor.id);
