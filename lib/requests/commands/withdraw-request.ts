import "server-only";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { findWithdrawal, isHolder } from "../policy";
import { isStillFresh } from "../queries/freshness";
import { getRequest } from "../queries/get-request";
import type { ChangeInput } from "../schemas";
import { advance } from "./advance";

/** The resident takes their request back; the agent who had it is told. */
export function withdrawRequest(ctx: Context, { reference, revision }: ChangeInput) {
  return transaction(ctx, async (ctx) => {
    const request = await getRequest(ctx, reference);
    if (!isHolder(ctx.actor, request)) throw forbidden();
    const change = { revision, action: "request.withdraw" } as const;
    if (!(await isStillFresh(ctx, request, change))) return;

    const found = findWithdrawal(ctx.actor, request);
    if (!found) throw conflict("Cette demande est terminée\u00a0: elle ne peut plus être annulée.");
    await advance(ctx, request, { ...change, input: { kind: "move", transition: found.id } });
  });
}
