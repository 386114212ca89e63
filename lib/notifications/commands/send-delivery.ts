import "server-only";
import { eq, sql } from "drizzle-orm";
import { deliveries } from "@/db/schema/notifications";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { env } from "@/lib/env";
import { recordEvent } from "@/lib/events/commands";
import { formatDay, formatFullDay } from "@/lib/format/date";
import { formatPhone } from "@/lib/format/phone";
import { sendMail } from "@/lib/integrations/mail";
import { isForAgent, type Notice, type NoticeTemplate, renderMail } from "../model";
import { findSubject, findWaitingDelivery, type Subject } from "../queries";
import { findWorkflowMail } from "../queries/workflow-mail";

const dayOf = (date: Date | null | undefined) => (date ? formatDay(date) : null);

const outcomeOf = ({ status }: Subject): Notice["outcome"] =>
  status === "accepted" || status === "refused" || status === "closed" ? status : null;

function linkFor(template: NoticeTemplate, { reference, residentId }: Subject) {
  const { PORTAL_URL } = env();
  if (isForAgent(template)) return `${PORTAL_URL}/agents/demandes/${reference}`;
  return residentId ? `${PORTAL_URL}/mes-demandes/${reference}` : `${PORTAL_URL}/suivi`;
}

const noticeOf = (template: NoticeTemplate, s: Subject): Notice => ({
  reference: s.reference,
  title: s.title,
  organisation: s.organisation,
  unit: s.unit,
  phone: formatPhone(s.unitPhone ?? s.organisationPhone),
  email: s.unitEmail ?? s.organisationEmail,
  address: s.address,
  hours: s.unitHours ?? s.organisationHours,
  applicant: s.applicantName,
  submittedOn: dayOf(s.submittedAt) ?? "",
  deadlineOn: dayOf(s.deadlineAt),
  silence: s.silence,
  remedies: s.content.remedies,
  outcome: outcomeOf(s),
  reason: s.reason,
  question: s.supplement?.question ?? null,
  dueOn: s.supplement ? formatFullDay(s.supplement.dueAt) : null,
  portalName: env().PORTAL_NAME,
  link: linkFor(template, s),
  hasAccount: s.residentId !== null,
});

/** Nobody to write to, or nothing left to remind of. */
function recipientOf(template: NoticeTemplate, subject: Subject) {
  if (isForAgent(template)) return subject.agentEmail;
  if (template === "reminder" && subject.status !== "awaiting_resident") return null;
  return subject.applicantEmail ?? subject.residentEmail;
}

const finish = ({ db }: Transaction, id: string, status: "sent" | "skipped") =>
  db
    .update(deliveries)
    .set({ status, attempts: sql`${deliveries.attempts} + 1`, lastError: null, sentAt: new Date() })
    .where(eq(deliveries.id, id));

const noteFailure = (ctx: Context, id: string, error: unknown) =>
  transaction(ctx, ({ db }) =>
    db
      .update(deliveries)
      .set({
        status: "failed",
        attempts: sql`${deliveries.attempts} + 1`,
        lastError: error instanceof Error ? error.name : "Error",
      })
      .where(eq(deliveries.id, id)),
  );

type Delivery = NonNullable<Awaited<ReturnType<typeof findWaitingDelivery>>>;

/** To whom, and what; null when there is nobody to write to, or nothing left to say. */
async function mailOf(ctx: Transaction, delivery: Delivery, subject: Subject) {
  const { template } = delivery;
  if (template === "workflow") return findWorkflowMail(ctx, delivery, subject);
  const to = recipientOf(template, subject);
  return to ? { to, ...renderMail(template, noticeOf(template, subject)) } : null;
}

async function send(ctx: Transaction, deliveryId: string) {
  const delivery = await findWaitingDelivery(ctx, deliveryId);
  const subject = delivery && (await findSubject(ctx, delivery.requestId));
  if (!subject) return;
  const { template, requestId } = delivery;
  const mail = await mailOf(ctx, delivery, subject);
  if (mail) {
    await sendMail({ ...mail, deliveryId });
    await recordEvent(ctx, "notification.send", requestId, { template, deliveryId });
  }
  await finish(ctx, deliveryId, mail ? "sent" : "skipped");
}

/**
 * Sends one message, once: the row stays locked while it leaves, and the message's id is the
 * delivery's, so that a retry after a crash is the same message. Throws when the mail server refuses:
 * the worker tries again later.
 */
export const sendDelivery = (ctx: Context, { deliveryId }: { deliveryId: string }) =>
  transaction(ctx, (ctx) => send(ctx, deliveryId)).catch(async (error: unknown) => {
    await noteFailure(ctx, deliveryId, error);
    throw error;
  });
