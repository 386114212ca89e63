import "server-only";
import { inArray } from "drizzle-orm";
import { agents, units } from "@/db/schema/organisations";
import type { Transaction } from "@/lib/context";
import { scopeNow, worldNow } from "@/lib/requests/model/flow";
import { lockRequest, type RequestDetails } from "@/lib/requests/queries/get-request";
import { actionOf } from "@/lib/workflows/model";
import type { Action } from "@/lib/workflows/schemas";
import type { Subject } from "../queries";

type Told = Extract<Action, { type: "mail" | "notification" }>;
type Recipient = Told["to"][number];

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+$/;

/** Whoever has a function: agents by their own address, units by theirs. */
async function holdersOf({ db }: Transaction, { flow }: RequestDetails, name: string) {
  const { agents: agentIds = [], units: unitIds = [] } = flow.functions?.[name] ?? {};
  const people =
    agentIds.length > 0
      ? await db.select({ email: agents.email }).from(agents).where(inArray(agents.id, agentIds))
      : [];
  const teams =
    unitIds.length > 0
      ? await db.select({ email: units.email }).from(units).where(inArray(units.id, unitIds))
      : [];
  return [...people, ...teams].map(({ email }) => email);
}

async function addressesOf(
  ctx: Transaction,
  request: RequestDetails,
  subject: Subject,
  to: Recipient,
) {
  if (typeof to !== "string") {
    const scope = scopeNow(request);
    return worldNow()
      .render(to.address, scope, "header")
      .split(/[,;\s]+/);
  }
  if (to === "resident") return [subject.applicantEmail ?? subject.residentEmail];
  if (to === "assignee") return [subject.agentEmail];
  if (to === "agents") return [subject.unitEmail ?? subject.organisationEmail];
  return holdersOf(ctx, request, to);
}

function wordsOf(action: Told, request: RequestDetails) {
  const [world, scope] = [worldNow(), scopeNow(request)];
  const title = action.type === "mail" ? action.subject : action.title;
  const text = world.render(action.body, scope, "text");
  const html = world.render(action.body, scope, "html").replace(/\r?\n/g, "<br>\n");
  return {
    subject: world.render(title, scope, "header"),
    text,
    html: `<!doctype html><html lang="fr"><body><p>${html}</p></body></html>`,
  };
}

type Delivery = { requestId: string; action: string | null; place: number | null };

/** A message that a request's workflow writes, as the request is now; null when there is nobody to write to. */
export async function findWorkflowMail(ctx: Transaction, delivery: Delivery, subject: Subject) {
  const request = await lockRequest(ctx, delivery.requestId);
  const action = request && actionOf(request.workflow, delivery.action ?? "");
  if (action?.type !== "mail" && action?.type !== "notification") return null;
  const to = action.to[delivery.place ?? 0];
  if (!request || to === undefined) return null;
  const addresses = await addressesOf(ctx, request, subject, to);
  const known = addresses.filter((one): one is string => one !== null && ADDRESS.test(one));
  return known.length > 0 ? { to: known.join(", "), ...wordsOf(action, request) } : null;
}
