import "server-only";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { asked } from "@/lib/workflows/model";
import { allowedMove, isHolder } from "../policy";
import { isStillFresh } from "../queries/freshness";
import { getRequest } from "../queries/get-request";
import type { MoveInput } from "../schemas";
import { advance } from "./advance";

/** The applicant's own button, when their request's workflow has one; returns where they go next, if it says so. */
export function pressButton(ctx: Context, { reference, revision, transition }: MoveInput) {
  return transaction(ctx, async (ctx) => {
    const request = await getRequest(ctx, reference);
    if (!isHolder(ctx.actor, request)) throw forbidden();
    const change = { revision, action: "request.move", details: { transition } } as const;
    if (!(await isStillFresh(ctx, request, change))) return null;
    const found = allowedMove(ctx.actor, request, transition);
    if (!found || asked(found) !== "nothing")
      throw conflict("Cette demande n’attend plus cette action.");
    const moved = await advance(ctx, request, { ...change, input: { kind: "move", transition } });
    return moved?.redirect ?? null;
  });
}
