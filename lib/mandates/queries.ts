import "server-only";
import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { oidcClients } from "@/db/schema/connect";
import { consentNotices } from "@/db/schema/consents";
import { events } from "@/db/schema/events";
import { mandates } from "@/db/schema/mandates";
import { organisations } from "@/db/schema/organisations";
import { procedureProviders } from "@/db/schema/procedures";
import { system } from "@/lib/auth/actor";
import { listConsents } from "@/lib/consents/queries";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { canActUnder } from "./policy";

const connect = system("mandates");

const COLUMNS = {
  id: mandates.id,
  askedBy: mandates.askedBy,
  inviterId: mandates.inviterId,
  inviterName: mandates.inviterName,
  inviteeEmail: mandates.inviteeEmail,
  inviteeId: mandates.inviteeId,
  inviteeName: mandates.inviteeName,
  personId: mandates.personId,
  helperId: mandates.helperId,
  personName: sql<
    string | null
  >`case asked_by when 'person' then inviter_name else invitee_name end`,
  helperName: sql<
    string | null
  >`case asked_by when 'helper' then inviter_name else invitee_name end`,
  kind: mandates.kind,
  structure: mandates.structure,
  clientIds: mandates.clientIds,
  organisationIds: mandates.organisationIds,
  duration: mandates.duration,
  status: mandates.status,
  askedAt: mandates.askedAt,
  answerBy: mandates.answerBy,
  acceptedAt: mandates.acceptedAt,
  endsAt: mandates.endsAt,
  endedAt: mandates.endedAt,
  ending: mandates.ending,
};

const MOST = 200;

/** The e-mail that invitations to this account go to. */
const ownEmail = (accountId: string) =>
  sql`(select ${accounts.email} from ${accounts} where ${accounts.id} = ${accountId})`;

/** Everything an account is part of, or asked to be: what waits or runs, and what ended within a year. */
export const listMandates = (ctx: Context, accountId: string) =>
  read(ctx, (db) =>
    db
      .select(COLUMNS)
      .from(mandates)
      .where(
        and(
          or(
            eq(mandates.personId, accountId),
            eq(mandates.helperId, accountId),
            and(eq(mandates.status, "asked"), eq(mandates.inviteeEmail, ownEmail(accountId))),
          ),
          or(
            inArray(mandates.status, ["asked", "active"]),
            gt(mandates.endedAt, sql`now() - interval '1 year'`),
          ),
        ),
      )
      .orderBy(desc(mandates.askedAt))
      .limit(MOST),
  );

export type Mandate = Awaited<ReturnType<typeof listMandates>>[number];

/** One that this account is part of, or asked to be. */
export async function getMandate(ctx: Context, id: string): Promise<Mandate> {
  const [mandate] = await read(ctx, (db) =>
    db.select(COLUMNS).from(mandates).where(eq(mandates.id, id)),
  );
  if (!mandate) throw notFound("Mandat");
  return mandate;
}

/** A mandate under which this helper may act at this service at this very moment; null otherwise. */
export async function findActingMandate(id: string, helperId: string, clientId: string) {
  const [mandate] = await read(connect, (db) =>
    db.select(COLUMNS).from(mandates).where(eq(mandates.id, id)),
  );
  if (!mandate?.personId || !canActUnder(helperId, mandate, clientId, new Date())) return null;
  return { ...mandate, personId: mandate.personId };
}

export type ActingMandate = NonNullable<Awaited<ReturnType<typeof findActingMandate>>>;

/** Those under which this helper may act at this service now, by the person's name. */
export const listActingMandates = (helperId: string, clientId: string) =>
  read(connect, (db) =>
    db
      .select(COLUMNS)
      .from(mandates)
      .where(
        and(
          eq(mandates.helperId, helperId),
          eq(mandates.status, "active"),
          gt(mandates.endsAt, sql`now()`),
          sql`${clientId} = any(${mandates.clientIds})`,
        ),
      )
      .orderBy(asc(sql`case asked_by when 'person' then inviter_name else invitee_name end`))
      .limit(MOST),
  );

/** Services that a mandate may name, by name: open to everybody, with the notice in force that says what they read. */
export async function listServices() {
  const rows = await read(connect, (db) =>
    db
      .selectDistinctOn([oidcClients.id], {
        id: oidcClients.id,
        noticeId: consentNotices.id,
        notice: consentNotices.notice,
      })
      .from(oidcClients)
      .innerJoin(consentNotices, eq(consentNotices.clientId, oidcClients.id))
      .where(and(isNull(oidcClients.disabledAt), eq(oidcClients.environment, "production")))
      .orderBy(oidcClients.id, desc(consentNotices.version)),
  );
  return rows.sort((a, b) => a.notice.service.localeCompare(b.notice.service, "fr"));
}

/** Organisations that treat requests on the portal, by name. */
export const listTreatingOrganisations = () =>
  read(connect, (db) =>
    db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(
        sql`exists (select from ${procedureProviders} where ${procedureProviders.organisationId} = ${organisations.id}
          and ${procedureProviders.mode} = 'here')`,
      )
      .orderBy(sql`unaccent(${organisations.name})`),
  );

/** When the helper acted under this mandate, latest first, as the journal of either side keeps it. */
export const listActs = (ctx: Context, accountId: string, id: string) =>
  read(ctx, (db) =>
    db
      .select({ id: events.id, at: events.at, details: events.details })
      .from(events)
      .where(
        and(
          eq(events.subjectId, accountId),
          eq(events.action, "mandate.act"),
          sql`${events.details} ->> 'mandateId' = ${id}`,
        ),
      )
      .orderBy(desc(events.at))
      .limit(MOST),
  );

/** What accepting lets services read, of those that the person has not agreed to yet. */
export async function listReadings(ctx: Context, accountId: string, clientIds: readonly string[]) {
  const agreed = (await listConsents(ctx, accountId))
    .filter(({ status }) => status === "active")
    .map(({ noticeId }) => noticeId);
  return (await listServices())
    .filter(({ id, noticeId }) => clientIds.includes(id) && !agreed.includes(noticeId))
    .map(({ id, notice }) => ({
      id,
      service: notice.service,
      items: notice.items.filter(({ required }) => required).map(({ label }) => label),
    }));
}
