import "server-only";
import { transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { CHANGES } from "@/lib/events/model";
import { type HistoryEvent, listHistory } from "@/lib/events/queries";
import { movesOf } from "@/lib/requests/model/flow";
import { shownPanels } from "@/lib/requests/model/panels";
import { asMover, canTreat } from "@/lib/requests/policy";
import { getRequest } from "@/lib/requests/queries/get-request";
import { listExchange } from "@/lib/requests/queries/list-exchange";
import { listHolders } from "@/lib/requests/queries/list-holders";
import { labelOf } from "@/lib/workflows/model";
import type { Agent } from "../queries/conditions";
import { findNeighbours } from "../queries/find-neighbours";
import { listNotes } from "../queries/list-notes";
import type { QueueFilters } from "../schemas";

const HOUR_MS = 3_600_000;

const isReadingBy = (agentId: string) => (event: HistoryEvent) =>
  event.action === "request.read" &&
  event.actorId === agentId &&
  Date.now() - event.at.getTime() < HOUR_MS;

/**
 * All that an agent reads of a request, in one door. The reading itself is recorded, once an hour at
 * most for each agent: the resident can see who read what (RGPD art. 15).
 */
export function openRequest(agent: Agent, reference: string, filters: QueueFilters) {
  return transaction({ actor: agent }, async (ctx) => {
    const request = await getRequest(ctx, reference);
    const mover = asMover(agent, request);
    if (!mover || !canTreat(agent, request)) throw forbidden();
    const events = await listHistory(ctx, request.id, [...CHANGES, "request.read"]);
    if (!events.some(isReadingBy(agent.id))) await recordEvent(ctx, "request.read", request.id);
    return {
      request: { ...request, statusLabel: labelOf(request.workflow, request, "agent") },
      moves: movesOf(request, mover),
      panels: shownPanels(request, mover),
      holders: await listHolders(ctx, request),
      history: events.filter(({ action }) => action !== "request.read"),
      exchange: await listExchange(ctx, request.id),
      notes: await listNotes(ctx, request.id),
      neighbours: await findNeighbours(ctx, agent, filters, request),
    };
  });
}
