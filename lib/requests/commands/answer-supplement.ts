import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { supplements } from "@/db/schema/requests";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { attachFiles } from "@/lib/files/commands/attach";
import { supplementFiles } from "../model";
import { findAsked, isHolder } from "../policy";
import { isStillFresh } from "../queries/freshness";
import { getRequest } from "../queries/get-request";
import type { ReplyInput } from "../schemas";
import { advance } from "./advance";

/** The resident gives what was missing: back to review, and the clock starts again. */
export function answerSupplement(ctx: Context, input: ReplyInput) {
  return transaction(ctx, async (ctx) => {
    const { reference, revision, answer, fileIds } = input;
    const request = await getRequest(ctx, reference);
    if (!isHolder(ctx.actor, request)) throw forbidden();
    const change = { revision, action: "request.reply" } as const;
    if (!(await isStillFresh(ctx, request, change))) return;

    const found = findAsked(ctx.actor, request, "answer");
    if (!found) throw conflict("Le service n’attend plus cette réponse.");
    const move = { kind: "move", transition: found.id } as const;
    if (!(await advance(ctx, request, { ...change, input: move }))) return;
    const [answered] = await ctx.db
      .update(supplements)
      .set({ answer, answeredAt: new Date() })
      .where(and(eq(supplements.requestId, request.id), isNull(supplements.answeredAt)))
      .returning({ id: supplements.id });
    const fieldId = supplementFiles(answered?.id ?? "");
    await attachFiles(ctx, fileIds, { requestId: request.id, fieldId });
  });
}
