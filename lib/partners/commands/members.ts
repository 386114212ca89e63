import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { partnerInvitations, partnerMembers } from "@/db/schema/partners";
import { system } from "@/lib/auth/actor";
import { type Context, transaction } from "@/lib/context";
import { conflict, DomainError, forbidden, notFound, parseInput } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { addPartner } from "@/lib/organisations/commands/add-partner";
import { invitationMailJob } from "../jobs";
import { INVITATION_DAYS } from "../model";
import { mayDo } from "../policy";
import { findOpenInvitation, getMember, listPartners } from "../queries/members";
import { inviteInput, registerPartnerInput } from "../schemas";
import { addTestResidents } from "./test-residents";

const DAY_MS = 86_400_000;
const MOST_PARTNERS = 5;

/** The signed-in person, as colleagues will see them. */
export type Person = { id: string; name: string; email: string };

const as = ({ id }: Person) => ({ actor: { kind: "resident", id } }) as const;

/** Registers the organisation of somebody, who becomes its first owner; returns its slug. */
export async function registerPartner(person: Person, input: unknown) {
  const partner = parseInput(registerPartnerInput, input);
  const known = await listPartners(as(person));
  if (known.length >= MOST_PARTNERS)
    throw conflict(`Vous avez déjà enregistré ${MOST_PARTNERS} organismes.`);
  return transaction(system("partners"), async (ctx) => {
    const { id, slug } = await addPartner(ctx, { ...partner, by: person.id });
    const { name, email } = person;
    const owner = {
      organisationId: id,
      residentId: person.id,
      role: "owner",
      name,
      email,
    } as const;
    await ctx.db.insert(partnerMembers).values(owner);
    await addTestResidents(ctx, { id, slug });
    await recordEvent(ctx, "partner.add-member", id, { residentId: person.id, role: "owner" });
    return { id, slug };
  });
}

/** Invites somebody by mail. The link is good for 7 days, once. */
export function invite(ctx: Context, organisationId: string, input: unknown) {
  const { email, role } = parseInput(inviteInput, input);
  return transaction(ctx, async (ctx) => {
    const member = await getMember(ctx, organisationId);
    if (!mayDo(member.role, "invite")) throw forbidden();
    const id = crypto.randomUUID();
    await ctx.db.insert(partnerInvitations).values({
      id,
      organisationId,
      email,
      role,
      invitedBy: member.name,
      expiresAt: new Date(Date.now() + INVITATION_DAYS * DAY_MS),
    });
    await recordEvent(ctx, "partner.invite", organisationId, { invitationId: id, role });
    await invitationMailJob.enqueue(ctx, { invitationId: id });
  });
}

/** Takes an invitation back: its link opens nothing any more. */
export function withdrawInvitation(ctx: Context, organisationId: string, invitationId: string) {
  return transaction(ctx, async (ctx) => {
    const { role } = await getMember(ctx, organisationId);
    if (!mayDo(role, "invite")) throw forbidden();
    const gone = await ctx.db
      .delete(partnerInvitations)
      .where(
        and(
          eq(partnerInvitations.id, invitationId),
          eq(partnerInvitations.organisationId, organisationId),
          isNull(partnerInvitations.usedAt),
        ),
      )
      .returning({ id: partnerInvitations.id });
    if (gone.length > 0)
      await recordEvent(ctx, "partner.withdraw-invitation", organisationId, { invitationId });
  });
}

const USED = "Ce lien a déjà servi ou n’est plus valable. Demandez une nouvelle invitation.";

/** Makes whoever holds the link a member, once; returns the organisation's slug. */
export async function joinPartner(person: Person, { id, key }: { id: string; key: string }) {
  const invitation = await findOpenInvitation(id, key);
  if (!invitation) throw new DomainError("conflict", USED);
  const { organisationId, role, slug } = invitation;
  await transaction(system("partners"), async (ctx) => {
    const taken = await ctx.db
      .update(partnerInvitations)
      .set({ usedAt: new Date() })
      .where(
        and(
          eq(partnerInvitations.id, id),
          isNull(partnerInvitations.usedAt),
          gt(partnerInvitations.expiresAt, new Date()),
        ),
      )
      .returning({ id: partnerInvitations.id });
    if (taken.length === 0) throw new DomainError("conflict", USED);
    const { name, email } = person;
    await ctx.db
      .insert(partnerMembers)
      .values({ organisationId, residentId: person.id, role, name, email })
      .onConflictDoNothing();
    await recordEvent(ctx, "partner.add-member", organisationId, { residentId: person.id, role });
  });
  return slug;
}

/** Takes somebody's place in the organisation away, at once, or one's own; its last owner stays. */
export async function removeMember(ctx: Context, organisationId: string, residentId: string) {
  const { role } = await getMember(ctx, organisationId);
  const isLeaving = ctx.actor.id === residentId;
  if (!isLeaving && !mayDo(role, "remove-member")) throw forbidden();
  await transaction(system("partners"), async (system) => {
    const ofOrganisation = eq(partnerMembers.organisationId, organisationId);
    const members = await system.db
      .select({ residentId: partnerMembers.residentId, role: partnerMembers.role })
      .from(partnerMembers)
      .where(ofOrganisation)
      .for("update");
    const gone = members.find((member) => member.residentId === residentId);
    if (!gone) throw notFound("Membre");
    const owners = members.filter((member) => member.role === "owner");
    if (gone.role === "owner" && owners.length === 1)
      throw conflict("Il faut au moins un responsable\u00a0: invitez d’abord quelqu’un d’autre.");
    await system.db
      .delete(partnerMembers)
      .where(and(ofOrganisation, eq(partnerMembers.residentId, residentId)));
    const details = { residentId, by: ctx.actor.id };
    await recordEvent(system, "partner.remove-member", organisationId, details);
  });
}
