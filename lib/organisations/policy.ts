import { type Actor, hasRole } from "@/lib/auth/actor";

/** Contact data, units, agents and their roles; the policies of db/schema/organisations.ts say the same. */
export const canAdminister = (actor: Actor, organisationId: string) =>
  hasRole(actor, organisationId, "administrator");

/** Figures and proofs about consents: for a data protection officer of any organisation. */
export const canAudit = (actor: Actor) =>
  actor.kind === "agent" && actor.roles.some(({ role }) => role === "dpo");
