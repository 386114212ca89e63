import type { Helper } from "@/lib/mandates/model";
import type { AgentRole } from "@/lib/organisations/model";

/** `unitIds`: the only units whose requests the mandate reaches; without them, every one. */
export type ActingHelper = Helper & { unitIds?: readonly string[] };

type RoleInOrganisation = { organisationId: string; role: AgentRole };

/** Who acts. Every command and every event carries one; row level security reads it too. */
export type Actor =
  /** Nobody known, or whoever holds a tracking code: id is the code's sha256 in hex, or "". */
  | { kind: "visitor"; id: string }
  | {
      kind: "resident";
      id: string;
      /** Somebody acts in this resident’s name, under a mandate: what is done bears both names. */
      helper?: ActingHelper;
    }
  | {
      kind: "agent";
      id: string;
      /** Units whose requests they treat; a manager has every unit of the organisation. */
      unitIds: readonly string[];
      organisationIds: readonly string[];
      roles: readonly RoleInOrganisation[];
    }
  /** Signed in on the account host (GrandLyon Connect). */
  | { kind: "account"; id: string }
  | { kind: "system"; id: string };

export const system = (id: string) => ({ actor: { kind: "system", id } }) as const;

export const nobody = { actor: { kind: "visitor", id: "" } } as const;

export const hasRole = (actor: Actor, organisationId: string, ...roles: AgentRole[]) =>
  actor.kind === "agent" &&
  actor.roles.some((r) => r.organisationId === organisationId && roles.includes(r.role));

/** In whose hand something is written; under a mandate, the helper’s, in the name of the resident they act for. */
export const authorOf = (actor: Actor) =>
  actor.kind === "resident" && actor.helper
    ? { actorKind: "helper", actorId: actor.helper.id, actingFor: actor.id }
    : { actorKind: actor.kind, actorId: actor.id };

/** Who acts in the name of this actor, if somebody does. */
export const helperOf = (actor: Actor) =>
  actor.kind === "resident" ? (actor.helper ?? null) : null;
