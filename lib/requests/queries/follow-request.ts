import "server-only";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { TOLD_TO_RESIDENT } from "@/lib/events/model";
import { listHistory } from "@/lib/events/queries";
import { labelOf } from "@/lib/workflows/model";
import { isHolder } from "../policy";
import { getRequest } from "./get-request";
import { listExchange } from "./list-exchange";

/** All that its holder follows of a request, in one door: what happened, who read it, what was written. */
export const followRequest = (ctx: Context, reference: string) =>
  read(ctx, async (db) => {
    const inside = { ...ctx, db };
    const request = await getRequest(inside, reference);
    if (!isHolder(ctx.actor, request)) throw notFound("Demande");
    const events = await listHistory(inside, request.id, [...TOLD_TO_RESIDENT, "request.read"]);
    return {
      request: { ...request, statusLabel: labelOf(request.workflow, request, "resident") },
      history: events.filter(({ action }) => action !== "request.read"),
      readings: events.filter(({ action }) => action === "request.read"),
      exchange: await listExchange(inside, request.id),
    };
  });
