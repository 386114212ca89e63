import "server-only";
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { agentRoles, agents, organisations } from "@/db/schema/organisations";
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

export type RoleRow = Awaited<ReturnType<typeof listRoles>>[number];
