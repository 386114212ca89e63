import "server-only";
import { and, eq } from "drizzle-orm";
import { agentRoles, agents } from "@/db/schema/organisations";
import { system } from "@/lib/auth/actor";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden, invalid, notFound, parseInput } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { canAdminister } from "../policy";
import { listUnits } from "../queries/find-organisation";
import { type AddRoleInput, addRoleInput, type RemoveRoleInput, removeRoleInput } from "../schemas";

type Identity = { email: string; givenName: string; familyName: string };

/** An agent may already work for another organisation, whose agents an administrator cannot see. */
const findOrCreateAgent = ({ email, givenName, familyName }: Identity) =>
  transaction(system("organisations.agent"), async ({ db }) => {
    await db.insert(agents).values({ email, givenName, familyName }).onConflictDoNothing();
    const [agent] = await db.select({ id: agents.id }).from(agents).where(eq(agents.email, email));
    if (!agent) throw notFound("Agent");
    return agent.id;
  });

/** The units chosen, which must be the organisation's own; none for a role that treats nothing. */
async function checkedUnits(ctx: Transaction, organisationId: string, unitIds: string[]) {
  const known = (await listUnits(ctx, organisationId)).map(({ id }) => id);
  const own = unitIds.filter((id) => known.includes(id));
  if (own.length === 0) throw invalid({ unitIds: "Choisissez au moins un service" });
  return own;
}

/**
 * Gives a role to the person of this e-mail address; given again, it replaces the units. The account is
 * linked at their first sign-in with that address.
 */
export async function addRole(ctx: Context, input: AddRoleInput) {
  const { organisationId, role, unitIds, ...identity } = parseInput(addRoleInput, input);
  if (!canAdminister(ctx.actor, organisationId)) throw forbidden();
  return transaction(ctx, async (ctx) => {
    const own = role === "agent" ? await checkedUnits(ctx, organisationId, unitIds) : [];
    const agentId = await findOrCreateAgent(identity);
    await ctx.db
      .insert(agentRoles)
      .values({ agentId, organisationId, role, unitIds: own })
      .onConflictDoUpdate({
        target: [agentRoles.agentId, agentRoles.organisationId, agentRoles.role],
        set: { unitIds: own },
      });
    await recordEvent(ctx, "agent.add-role", agentId, { organisationId, role, unitIds: own });
  });
}

/** Takes a role away at once; the last administrator of an organisation keeps theirs. */
export function removeRole(ctx: Context, input: RemoveRoleInput) {
  const { organisationId, agentId, role } = parseInput(removeRoleInput, input);
  return transaction(ctx, async (ctx) => {
    if (!canAdminister(ctx.actor, organisationId)) throw forbidden();
    const ofRole = and(eq(agentRoles.organisationId, organisationId), eq(agentRoles.role, role));
    const holders = await ctx.db
      .select({ agentId: agentRoles.agentId })
      .from(agentRoles)
      .where(ofRole)
      .for("update");
    // Already done, by a double click for instance.
    if (!holders.some((holder) => holder.agentId === agentId)) return;
    if (role === "administrator" && holders.length === 1)
      throw conflict(
        "Il faut au moins un administrateur\u00a0: donnez d’abord ce rôle à quelqu’un d’autre.",
      );
    await recordEvent(ctx, "agent.remove-role", agentId, { organisationId, role });
    await ctx.db.delete(agentRoles).where(and(ofRole, eq(agentRoles.agentId, agentId)));
  });
}
