import "server-only";
import { and, desc, eq, ne } from "drizzle-orm";
import { residents } from "@/db/schema/auth";
import { deliveries } from "@/db/schema/notifications";
import { agents, organisations, units } from "@/db/schema/organisations";
import { procedureProviders, procedures } from "@/db/schema/procedures";
import { requests, supplements } from "@/db/schema/requests";
import { type Context, read } from "@/lib/context";
import { withSubject } from "@/lib/requests/queries/with-subject";

const columns = {
  reference: requests.reference,
  status: requests.status,
  reason: requests.reason,
  residentId: requests.residentId,
  applicantName: requests.applicantName,
  applicantEmail: requests.applicantEmail,
  submittedAt: requests.submittedAt,
  deadlineAt: requests.deadlineAt,
  residentEmail: residents.email,
  agentEmail: agents.email,
  title: procedures.title,
  silence: procedureProviders.silence,
  content: procedureProviders.content,
  organisation: organisations.name,
  organisationPhone: organisations.phone,
  organisationEmail: organisations.email,
  organisationHours: organisations.openingHours,
  address: organisations.address,
  unit: units.name,
  unitPhone: units.phone,
  unitEmail: units.email,
  unitHours: units.openingHours,
};

/** What a message about this request needs; for the worker. */
export async function findSubject(ctx: Context, requestId: string) {
  return read(ctx, async (db) => {
    const [subject] = await withSubject(db.select(columns).from(requests).$dynamic())
      .leftJoin(residents, eq(residents.id, requests.residentId))
      .leftJoin(agents, eq(agents.id, requests.assigneeId))
      .where(eq(requests.id, requestId));
    const [supplement] = await db
      .select({ question: supplements.question, dueAt: supplements.dueAt })
      .from(supplements)
      .where(eq(supplements.requestId, requestId))
      .orderBy(desc(supplements.askedAt))
      .limit(1);
    return subject ? { ...subject, supplement: supplement ?? null } : null;
  });
}

export type Subject = NonNullable<Awaited<ReturnType<typeof findSubject>>>;

/** The delivery, locked by this worker until it commits; none if it was sent or another has it. */
export async function findWaitingDelivery(ctx: Context, deliveryId: string) {
  const [delivery] = await read(ctx, (db) =>
    db
      .select({
        template: deliveries.template,
        requestId: deliveries.subjectId,
        action: deliveries.action,
        place: deliveries.place,
      })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.id, deliveryId),
          ne(deliveries.status, "sent"),
          ne(deliveries.status, "skipped"),
        ),
      )
      .for("update", { skipLocked: true }),
  );
  return delivery ?? null;
}
