import "server-only";
import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { residents } from "@/db/schema/auth";
import { organisations, units } from "@/db/schema/organisations";
import { procedureProviders, procedures } from "@/db/schema/procedures";
import { requests } from "@/db/schema/requests";
import { type Context, read, type Transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { identityOf } from "@/lib/forms/model";
import { getDefinition } from "@/lib/forms/queries";
import { isHolder } from "../policy";
import { withSubject } from "./with-subject";

const stored = {
  id: requests.id,
  reference: requests.reference,
  status: requests.status,
  residentId: requests.residentId,
  trackingHash: requests.trackingHash,
  unitId: requests.unitId,
  formVersionId: requests.formVersionId,
  workflowVersionId: requests.workflowVersionId,
  typed: requests.typed,
  writtenFrom: requests.writtenFrom,
  origins: requests.origins,
  draftExpiresAt: requests.draftExpiresAt,
  createdAt: requests.createdAt,
  updatedAt: requests.updatedAt,
};

const shown = {
  ...stored,
  title: procedures.title,
  slug: procedures.slug,
  organisationName: organisations.name,
  organisationKind: organisations.kind,
  organisationInsee: organisations.insee,
  organisationSlug: organisations.slug,
  organisationPhone: organisations.phone,
  unitName: units.name,
  content: procedureProviders.content,
  asksForCertified: procedureProviders.asksForCertified,
};

/** What its holder typed so far, and all the pages need to show it; sent already: `status` says so. */
export const getDraft = (ctx: Context, reference: string) =>
  read(ctx, async (db) => {
    const [draft] = await withSubject(db.select(shown).from(requests).$dynamic()).where(
      eq(requests.reference, reference),
    );
    if (!draft || !isHolder(ctx.actor, draft)) throw notFound("Demande");
    return {
      ...draft,
      savedAt: draft.updatedAt > draft.createdAt ? draft.updatedAt : null,
      definition: await getDefinition({ ...ctx, db }, draft.formVersionId),
    };
  });

export type Draft = Awaited<ReturnType<typeof getDraft>>;

/** The same, locked until the transaction ends: parallel saves and submissions take turns. */
export async function lockDraft(ctx: Transaction, reference: string) {
  const [draft] = await ctx.db
    .select(stored)
    .from(requests)
    .where(eq(requests.reference, reference))
    .for("update");
  if (!draft || !isHolder(ctx.actor, draft)) throw notFound("Demande");
  return { ...draft, definition: await getDefinition(ctx, draft.formVersionId) };
}

/** What a new request hangs on. Throws not-found for a procedure that is not treated here. */
export async function getProviderToFile(ctx: Transaction, providerId: string) {
  const [provider] = await ctx.db
    .select({
      id: procedureProviders.id,
      procedureId: procedureProviders.procedureId,
      organisationId: procedureProviders.organisationId,
      organisationCode: organisations.code,
      unitId: procedureProviders.unitId,
      formVersionId: procedureProviders.formVersionId,
      workflowVersionId: procedureProviders.workflowVersionId,
      isOpenToAnonymous: procedureProviders.isOpenToAnonymous,
      asksForCertified: procedureProviders.asksForCertified,
      kind: procedures.kind,
    })
    .from(procedureProviders)
    .innerJoin(procedures, eq(procedures.id, procedureProviders.procedureId))
    .innerJoin(organisations, eq(organisations.id, procedureProviders.organisationId))
    .where(and(eq(procedureProviders.id, providerId), eq(procedureProviders.mode, "here")));
  const { unitId, formVersionId, workflowVersionId } = provider ?? {};
  if (!provider || !unitId || !formVersionId || !workflowVersionId) throw notFound("Démarche");
  return { ...provider, unitId, formVersionId, workflowVersionId };
}

/** A click made twice: what the first one started. A tracking code opens one request, whatever its age. */
export async function findJustStarted(ctx: Transaction, providerId: string) {
  const { kind, id } = ctx.actor;
  const mine =
    kind === "visitor"
      ? eq(requests.trackingHash, id)
      : and(
          eq(requests.residentId, id),
          eq(requests.status, "draft"),
          gt(requests.createdAt, sql`now() - interval '30 seconds'`),
        );
  const [started] = await ctx.db
    .select({ reference: requests.reference, status: requests.status })
    .from(requests)
    .where(and(eq(requests.providerId, providerId), mine));
  return started ?? null;
}

/** What this person answered the last time they sent a request of this procedure; nothing for a visitor. */
export async function findFormerAnswers({ db, actor }: Transaction, procedureId: string) {
  if (actor.kind !== "resident") return {};
  const [former] = await db
    .select({ answers: requests.answers })
    .from(requests)
    .where(
      and(
        eq(requests.residentId, actor.id),
        eq(requests.procedureId, procedureId),
        ne(requests.status, "draft"),
      ),
    )
    .orderBy(desc(requests.submittedAt))
    .limit(1);
  return former?.answers ?? {};
}

/** What the account said of this person at the last sign-in; nothing for a visitor. */
export async function findKnownIdentity({ db, actor }: Transaction) {
  if (actor.kind !== "resident") return {};
  const [resident] = await db
    .select({
      claims: residents.claims,
      email: residents.email,
      given_name: residents.givenName,
      family_name: residents.familyName,
    })
    .from(residents)
    .where(eq(residents.id, actor.id));
  if (!resident) return {};
  const { claims, ...columns } = resident;
  return identityOf({ ...columns, ...claims });
}
