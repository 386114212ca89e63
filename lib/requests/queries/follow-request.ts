import "server-only";
import { type Context, read } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { TOLD_TO_RESIDENT } from "@/lib/events/model";
import { listHistory } from "@/lib/events/queries";
import { labelOf } from "@/lib/workflows/model";
import { type Move, movesOf } from "../model/flow";
import { shownPanels } from "../model/panels";
import { asMover, findWithdrawal, isHolder } from "../policy";
import { getRequest } from "./get-request";
import { listExchange } from "./list-exchange";

/** The buttons that have no place of their own on the page: taking the request back and answering a question do. */
const ownMoves = (moves: Move[]) =>
  moves.filter(({ asks, phase }) => asks === "nothing" && phase !== "cancelled");

/** All that its holder follows of a request, in one door: what happened, who read it, what was written. */
export const followRequest = (ctx: Context, reference: string) =>
  read(ctx, async (db) => {
    const inside = { ...ctx, db };
    const request = await getRequest(inside, reference);
    const mover = asMover(ctx.actor, request);
    if (!mover || !isHolder(ctx.actor, request)) throw notFound("Demande");
    const isDraft = request.status === "draft";
    const events = await listHistory(inside, request.id, [...TOLD_TO_RESIDENT, "request.read"]);
    return {
      request: { ...request, statusLabel: labelOf(request.workflow, request, "resident") },
      moves: isDraft ? [] : ownMoves(movesOf(request, mover)),
      canWithdraw: findWithdrawal(ctx.actor, request) !== undefined,
      panels: isDraft ? [] : shownPanels(request, mover),
      history: events.filter(({ action }) => action !== "request.read"),
      readings: events.filter(({ action }) => action === "request.read"),
      exchange: await listExchange(inside, request.id),
    };
  });
