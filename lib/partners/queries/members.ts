import "server-only";
import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { organisations } from "@/db/schema/organisations";
import { partnerInvitations, partnerMembers } from "@/db/schema/partners";
import { system } from "@/lib/auth/actor";
import { isSame, keyOf } from "@/lib/auth/one-time";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/format/id";
import type { MemberRole } from "../model";

const residentOf = ({ actor }: Context) => {
  if (actor.kind !== "resident") throw notFound("Organisme");
  return actor.id;
};

const PARTNER = {
  id: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  siret: organisations.siret,
  email: organisations.email,
  phone: organisations.phone,
  role: partnerMembers.role,
};

export type Partner = {
  id: string;
  slug: string;
  name: string;
  siret: string | null;
  email: string;
  phone: string;
  role: MemberRole;
};

const listWhere = (ctx: Context, slug?: string): Promise<Partner[]> =>
  read(ctx, (db) =>
    db
      .select(PARTNER)
      .from(partnerMembers)
      .innerJoin(organisations, eq(organisations.id, partnerMembers.organisationId))
      .where(
        and(
          eq(partnerMembers.residentId, residentOf(ctx)),
          slug === undefined ? undefined : eq(organisations.slug, slug),
        ),
      )
      .orderBy(asc(organisations.name)),
  );

/** Organisations this person connects services for, and as what. */
export const listPartners = (ctx: Context) => listWhere(ctx);

/** Not found for whoever is no member. */
export async function getPartner(ctx: Context, slug: string) {
  const [partner] = await listWhere(ctx, slug);
  if (!partner) throw notFound("Organisme");
  return partner;
}

/** Who this person is for an organisation; not found for whoever is no member. */
export async function getMember(ctx: Context, organisationId: string) {
  const [member] = await read(ctx, (db) =>
    db
      .select({ role: partnerMembers.role, name: partnerMembers.name, email: partnerMembers.email })
      .from(partnerMembers)
      .where(
        and(
          eq(partnerMembers.organisationId, organisationId),
          eq(partnerMembers.residentId, residentOf(ctx)),
        ),
      ),
  );
  if (!member) throw notFound("Organisme");
  return member;
}

export const listMembers = (ctx: Context, organisationId: string) =>
  read(ctx, (db) =>
    db
      .select({
        residentId: partnerMembers.residentId,
        role: partnerMembers.role,
        name: partnerMembers.name,
        email: partnerMembers.email,
        since: partnerMembers.createdAt,
      })
      .from(partnerMembers)
      .where(eq(partnerMembers.organisationId, organisationId))
      .orderBy(asc(partnerMembers.createdAt)),
  );

/** Invitations that can still be taken, newest first. */
export const listInvitations = (ctx: Context, organisationId: string) =>
  read(ctx, (db) =>
    db
      .select({
        id: partnerInvitations.id,
        email: partnerInvitations.email,
        role: partnerInvitations.role,
        expiresAt: partnerInvitations.expiresAt,
      })
      .from(partnerInvitations)
      .where(
        and(
          eq(partnerInvitations.organisationId, organisationId),
          isNull(partnerInvitations.usedAt),
          gt(partnerInvitations.expiresAt, new Date()),
        ),
      )
      .orderBy(desc(partnerInvitations.createdAt)),
  );

/** For whoever holds its link, or the worker that writes it; null once used or over. */
export async function findInvitation(id: string) {
  if (!isUuid(id)) return null;
  const [invitation] = await read(system("partners"), (db) =>
    db
      .select({
        id: partnerInvitations.id,
        organisationId: partnerInvitations.organisationId,
        organisation: organisations.name,
        slug: organisations.slug,
        email: partnerInvitations.email,
        role: partnerInvitations.role,
        invitedBy: partnerInvitations.invitedBy,
        sendings: partnerInvitations.sendings,
      })
      .from(partnerInvitations)
      .innerJoin(organisations, eq(organisations.id, partnerInvitations.organisationId))
      .where(
        and(
          eq(partnerInvitations.id, id),
          isNull(partnerInvitations.usedAt),
          gt(partnerInvitations.expiresAt, new Date()),
        ),
      ),
  );
  return invitation ?? null;
}

/** The invitation that this link opens, or null: used, over, or not its key. */
export async function findOpenInvitation(id: string, key: string) {
  const invitation = await findInvitation(id);
  return invitation && isSame(key, keyOf(invitation)) ? invitation : null;
}
