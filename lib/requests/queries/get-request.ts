import "server-only";
import { eq } from "drizzle-orm";
import { formVersions } from "@/db/schema/forms";
import { agents, organisations, units } from "@/db/schema/organisations";
import { procedureProviders, procedures } from "@/db/schema/procedures";
import { requests } from "@/db/schema/requests";
import { workflowVersions } from "@/db/schema/workflows";
import { type Context, read, type Transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { canRead } from "../policy";
import { withSubject } from "./with-subject";

const columns = {
  id: requests.id,
  reference: requests.reference,
  providerId: requests.providerId,
  organisationId: requests.organisationId,
  unitId: requests.unitId,
  residentId: requests.residentId,
  trackingHash: requests.trackingHash,
  channel: requests.channel,
  status: requests.status,
  statusId: requests.statusId,
  flow: requests.flow,
  priority: requests.priority,
  applicantName: requests.applicantName,
  applicantEmail: requests.applicantEmail,
  applicantPhone: requests.applicantPhone,
  helperName: requests.helperName,
  assigneeId: requests.assigneeId,
  submittedAt: requests.submittedAt,
  deadlineAt: requests.deadlineAt,
  pausedAt: requests.pausedAt,
  closedAt: requests.closedAt,
  reason: requests.reason,
  revision: requests.revision,
  answers: requests.answers,
  origins: requests.origins,
  title: procedures.title,
  slug: procedures.slug,
  organisationName: organisations.name,
  organisationKind: organisations.kind,
  organisationSlug: organisations.slug,
  organisationPhone: organisations.phone,
  unitName: units.name,
  unitPhone: units.phone,
  content: procedureProviders.content,
  legalDelayDays: procedureProviders.legalDelayDays,
  silence: procedureProviders.silence,
  workflow: workflowVersions.definition,
  form: formVersions.definition,
  assigneeGivenName: agents.givenName,
  assigneeFamilyName: agents.familyName,
};

const withAll = (db: Transaction["db"]) =>
  withSubject(db.select(columns).from(requests).$dynamic())
    .innerJoin(workflowVersions, eq(workflowVersions.id, requests.workflowVersionId))
    .innerJoin(formVersions, eq(formVersions.id, requests.formVersionId))
    .leftJoin(agents, eq(agents.id, requests.assigneeId));

/** One request with all its pages and commands need. Throws not-found for whoever may not read it. */
export async function getRequest(ctx: Context, reference: string) {
  const [request] = await read(ctx, (db) => withAll(db).where(eq(requests.reference, reference)));
  if (!request || !canRead(ctx.actor, request)) throw notFound("Demande");
  return request;
}

export type RequestDetails = Awaited<ReturnType<typeof getRequest>>;

/** The same for a job, locked until its transaction ends; null once it is deleted. */
export async function lockRequest({ db }: Transaction, id: string) {
  const [request] = await withAll(db).where(eq(requests.id, id)).for("update", { of: requests });
  return request ?? null;
}

/** The same for a job that only reads; null once it is deleted. */
export async function findRequest(db: Transaction["db"], id: string) {
  const [request] = await withAll(db).where(eq(requests.id, id));
  return request ?? null;
}
