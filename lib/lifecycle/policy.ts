import type { Actor } from "@/lib/auth/actor";

/** Its owner alone; and not while an organisation counts on them. */
export const canAskClosure = (
  actor: Actor,
  { id, holdsRole }: { id: string; holdsRole: boolean },
) => actor.kind === "account" && actor.id === id && !holdsRole;
