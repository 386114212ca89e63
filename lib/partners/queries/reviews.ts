import "server-only";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { oidcClients } from "@/db/schema/connect";
import { agents, agreements, organisations } from "@/db/schema/organisations";
import { clientReviews, partnerMembers } from "@/db/schema/partners";
import { system } from "@/lib/auth/actor";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/format/id";
import type { Values } from "@/lib/result";

const REVIEW = {
  id: clientReviews.id,
  organisationId: clientReviews.organisationId,
  organisation: organisations.name,
  siret: organisations.siret,
  slug: organisations.slug,
  clientId: clientReviews.clientId,
  service: oidcClients.name,
  settings: oidcClients.settings,
  state: clientReviews.state,
  record: clientReviews.record,
  redirectUris: clientReviews.redirectUris,
  postLogoutRedirectUris: clientReviews.postLogoutRedirectUris,
  backchannelLogoutUri: clientReviews.backchannelLogoutUri,
  decisions: clientReviews.decisions,
  reason: clientReviews.reason,
  submittedBy: clientReviews.submittedBy,
  submittedAt: clientReviews.submittedAt,
  decidedBy: clientReviews.decidedBy,
  decidedAt: clientReviews.decidedAt,
  productionClientId: clientReviews.productionClientId,
};

/** Of a service of the sandbox; null before anything was written. */
export async function findReview(ctx: Context, clientId: string) {
  const [review] = await read(ctx, (db) =>
    db
      .select(REVIEW)
      .from(clientReviews)
      .innerJoin(organisations, eq(organisations.id, clientReviews.organisationId))
      .innerJoin(oidcClients, eq(oidcClients.id, clientReviews.clientId))
      .where(eq(clientReviews.clientId, clientId)),
  );
  return review ?? null;
}

export type Review = NonNullable<Awaited<ReturnType<typeof findReview>>>;

/** For whoever reviews; not found for anybody else. */
export async function getReview(ctx: Context, id: string): Promise<Review> {
  const [review] = isUuid(id)
    ? await read(ctx, (db) =>
        db
          .select(REVIEW)
          .from(clientReviews)
          .innerJoin(organisations, eq(organisations.id, clientReviews.organisationId))
          .innerJoin(oidcClients, eq(oidcClients.id, clientReviews.clientId))
          .where(and(eq(clientReviews.id, id), ne(clientReviews.state, "draft"))),
      )
    : [];
  if (!review || !(await reviewsPartners(ctx))) throw notFound("Demande");
  return review;
}

/** Is this an administrator of the Métropole? Row level security asks the same. */
export async function reviewsPartners(ctx: Context) {
  const [row] = await read(ctx, (db) =>
    db.execute<{ may: boolean }>(sql`select app_reviews_partners() as may`),
  );
  return row?.may === true;
}

const named = (word: string) =>
  sql`position(unaccent(lower(${word})) in unaccent(lower(${oidcClients.name} || ' ' || ${organisations.name}))) > 0`;

/** Everything sent to the Métropole, what waits for it first; `word`: in the name of the service or of its organisation. */
export const listReviews = (ctx: Context, word = "") =>
  read(ctx, (db) =>
    db
      .select({
        id: clientReviews.id,
        service: oidcClients.name,
        organisation: organisations.name,
        state: clientReviews.state,
        submittedAt: clientReviews.submittedAt,
      })
      .from(clientReviews)
      .innerJoin(organisations, eq(organisations.id, clientReviews.organisationId))
      .innerJoin(oidcClients, eq(oidcClients.id, clientReviews.clientId))
      .where(and(ne(clientReviews.state, "draft"), word ? named(word) : undefined))
      .orderBy(
        sql`${clientReviews.state} <> 'submitted'`,
        desc(sql`coalesce(${clientReviews.submittedAt}, ${clientReviews.createdAt})`),
      ),
  );

/** The agreement that covers a service in production. */
export async function findAgreement(ctx: Context, clientId: string) {
  const [agreement] = await read(ctx, (db) =>
    db
      .select({
        startsOn: agreements.startsOn,
        endsOn: agreements.endsOn,
        signedBy: agreements.signedBy,
        countersignedBy: agreements.countersignedBy,
      })
      .from(agreements)
      .where(eq(agreements.clientId, clientId)),
  );
  return agreement ?? null;
}

/** For the worker: who is written to on each side. */
export const findReviewPeople = (reviewId: string) =>
  read(system("partners"), async (db) => {
    const [review] = await db
      .select(REVIEW)
      .from(clientReviews)
      .innerJoin(organisations, eq(organisations.id, clientReviews.organisationId))
      .innerJoin(oidcClients, eq(oidcClients.id, clientReviews.clientId))
      .where(eq(clientReviews.id, reviewId));
    if (!review) return null;
    const members = await db
      .select({ email: partnerMembers.email })
      .from(partnerMembers)
      .where(eq(partnerMembers.organisationId, review.organisationId));
    const reviewers = await db.execute<{ email: string }>(sql`
      select distinct a.email from agents a
      join agent_roles r on r.agent_id = a.id and r.role = 'administrator'
      join organisations o on o.id = r.organisation_id and o.kind = 'metropole'
      where a.disabled_at is null`);
    return {
      review,
      members: members.map(({ email }) => email),
      reviewers: reviewers.map(({ email }) => email),
    };
  });

/** « Hugo Lambert », who decided. */
export async function findAgentName(id: string) {
  const [agent] = await read(system("partners"), (db) =>
    db
      .select({ givenName: agents.givenName, familyName: agents.familyName })
      .from(agents)
      .where(eq(agents.id, id)),
  );
  return agent ? `${agent.givenName} ${agent.familyName}` : "";
}

/** Is this agent, as a resident, one of those who ask? Nobody decides on their own request. */
export async function isOwnRequest(agentId: string, organisationId: string) {
  const [row] = await read(system("partners"), (db) =>
    db.execute<{ own: boolean }>(sql`
      select exists (select from partner_members m join agents a on a.resident_id = m.resident_id
        where a.id = ${agentId}::uuid and m.organisation_id = ${organisationId}::uuid) as own`),
  );
  return row?.own === true;
}

/** The request as its form shows it. */
export const typedReview = (review: Review | null): Values => ({
  ...review?.record,
  redirectUris: review?.redirectUris.join("\n") ?? "",
  postLogoutRedirectUris: review?.postLogoutRedirectUris.join("\n") ?? "",
  backchannelLogoutUri: review?.backchannelLogoutUri ?? "",
});
