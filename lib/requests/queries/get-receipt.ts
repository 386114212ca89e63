import "server-only";
import { eq } from "drizzle-orm";
import { organisations, units } from "@/db/schema/organisations";
import { procedureProviders, procedures } from "@/db/schema/procedures";
import { requests } from "@/db/schema/requests";
import { type Context, read, type Transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { getDefinition } from "@/lib/forms/queries";
import { canRead } from "../policy";
import { withSubject } from "./with-subject";

/** Who treats what is sent now, and how many days before the administration's silence counts. */
export async function getTreatment({ db }: Transaction, reference: string) {
  const [provider] = await db
    .select({
      unitId: procedureProviders.unitId,
      delayDays: procedureProviders.legalDelayDays,
      asksForCertified: procedureProviders.asksForCertified,
    })
    .from(requests)
    .innerJoin(procedureProviders, eq(procedureProviders.id, requests.providerId))
    .where(eq(requests.reference, reference));
  if (!provider) throw notFound("Demande");
  return provider;
}

const columns = {
  id: requests.id,
  reference: requests.reference,
  status: requests.status,
  residentId: requests.residentId,
  trackingHash: requests.trackingHash,
  unitId: requests.unitId,
  formVersionId: requests.formVersionId,
  answers: requests.answers,
  origins: requests.origins,
  applicantName: requests.applicantName,
  helperName: requests.helperName,
  applicantEmail: requests.applicantEmail,
  submittedAt: requests.submittedAt,
  deadlineAt: requests.deadlineAt,
  title: procedures.title,
  organisationName: organisations.name,
  organisationKind: organisations.kind,
  organisationPhone: organisations.phone,
  organisationEmail: organisations.email,
  organisationAddress: organisations.address,
  organisationHours: organisations.openingHours,
  unitName: units.name,
  unitPhone: units.phone,
  unitEmail: units.email,
  unitHours: units.openingHours,
  legalDelayDays: procedureProviders.legalDelayDays,
  silence: procedureProviders.silence,
  content: procedureProviders.content,
};

/** What the acknowledgement of a sent request says (CRPA R112-5); not-found for a draft. */
export const getReceipt = (ctx: Context, reference: string) =>
  read(ctx, async (db) => {
    const [row] = await withSubject(db.select(columns).from(requests).$dynamic()).where(
      eq(requests.reference, reference),
    );
    const submittedAt = row?.submittedAt;
    if (!row || !submittedAt || !canRead(ctx.actor, row)) throw notFound("Demande");
    const definition = await getDefinition({ ...ctx, db }, row.formVersionId);
    return { ...row, submittedAt, definition };
  });

export type Receipt = Awaited<ReturnType<typeof getReceipt>>;
