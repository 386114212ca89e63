import type { Db } from "@/db/client";
import { agentRoles, agents } from "@/db/schema";
import { BODIES } from "./bodies";
import { AGENTS, type AgentSeed, agentId } from "./demo/people";
import { organisationId, unitId } from "./organisations";

const unitsOf = ({ body, units }: AgentSeed) =>
  units === "all"
    ? (BODIES.find(({ key }) => key === body)?.units.map(({ key }) => key) ?? [])
    : units;

/** Agents of the demo; those with an account are linked to it at their first sign-in. */
export async function seedAgents(db: Db) {
  await db.insert(agents).values(
    AGENTS.map(({ key, givenName, familyName, email }) => ({
      id: agentId(key),
      givenName,
      familyName,
      email,
    })),
  );
  await db.insert(agentRoles).values(
    AGENTS.flatMap((agent) =>
      agent.roles.map((role) => ({
        agentId: agentId(agent.key),
        organisationId: organisationId(agent.body),
        role,
        unitIds: role === "agent" ? unitsOf(agent).map((unit) => unitId(agent.body, unit)) : [],
      })),
    ),
  );
}
