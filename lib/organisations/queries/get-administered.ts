import "server-only";
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { agentRoles, agents, organisations } from "@/db/schema/organisations";
import { system } from "@/lib/auth/actor";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { canAdminister } from "../policy";

/** « Écully » comes between « Décines » and « Feyzin ». */
const unaccented = (name: PgColumn) => sql`unaccent(${name})`;

const administeredIds = ({ actor }: Context) =>
  actor.kind === "agent"
    ? actor.roles.filter(({ role }) => role === "administrator").map((r) => r.organisationId)
    : [];

/** Organisations that this agent administers, by name. */
export const listAdministered = (ctx: Context) =>
  read(ctx, (db) =>
    db
      .select({ id: organisations.id, slug: organisations.slug, name: organisations.name })
      .from(organisations)
      .where(inArray(organisations.id, administeredIds(ctx)))
      .orderBy(unaccented(organisations.name)),
  );

/** The organisation to administer. Not found for whoever is not its administrator. */
export const getAdministered = (ctx: Context, slug: string) =>
  read(ctx, async (db) => {
    const [organisation] = await db
      .select({
        id: organisations.id,
        slug: organisations.slug,
        kind: organisations.kind,
        name: organisations.name,
        phone: organisations.phone,
        email: organisations.email,
        address: organisations.address,
        openingHours: organisations.openingHours,
        website: organisations.website,
      })
      .from(organisations)
      .where(eq(organisations.slug, slug));
    if (!organisation || !canAdminister(ctx.actor, organisation.id)) throw notFound("Organisation");
    return organisation;
  });

export type Administered = Awaited<ReturnType<typeof getAdministered>>;

/** Who works there, one row per role; `isLinked`: has signed in at least once. */
export const listRoles = (ctx: Context, organisationId: string) =>
  read(ctx, (db) =>
    db
      .select({
        agentId: agents.id,
        email: agents.email,
        givenName: agents.givenName,
        familyName: agents.familyName,
        isLinked: sql<boolean>`${agents.residentId} is not null`,
        role: agentRoles.role,
        unitIds: agentRoles.unitIds,
      })
      .from(agentRoles)
      .innerJoin(agents, eq(agents.id, agentRoles.agentId))
      .where(eq(agentRoles.organisationId, organisationId))
      .orderBy(unaccented(agents.familyName), unaccented(agents.givenName), asc(agentRoles.role)),
  );

/** Agents of an organisation whose account has neither a passkey nor an application of codes yet. */
export async function listUnprotected({ actor }: Context, organisationId: string) {
  if (!canAdminister(actor, organisationId)) throw notFound("Organisation");
  // An account is not an administrator's to see: this says no more than yes or no of each.
  const rows = await read(system("second-proof"), (db) =>
    db.execute<{ agentId: string }>(sql`
      select distinct g.id as "agentId" from agent_roles r
      join agents g on g.id = r.agent_id and g.disabled_at is null
      join accounts a on a.email = g.email and a.closed_at is null
      where r.organisation_id = ${organisationId}
        and not exists (select from passkeys p where p.account_id = a.id)
        and not exists (select from totp_authenticators t where t.account_id = a.id and t.confirmed_at is not null)`),
  );
  return new Set(rows.map(({ agentId }) => agentId));
}

export type RoleRow = Awaited<ReturnType<typeof listRoles>>[number];
