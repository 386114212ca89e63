import "server-only";
import { messages } from "@/db/schema/requests";
import { helperOf } from "@/lib/auth/actor";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { attachFiles } from "@/lib/files/commands/attach";
import { notify } from "@/lib/notifications/commands/notify";
import { inNameOf, MESSAGE_FILES } from "../model";
import { canRead, canWrite } from "../policy";
import { findSignature } from "../queries/find-signature";
import { getRequest } from "../queries/get-request";
import type { MessageInput } from "../schemas";

/** As it is signed: « Karim H. », the applicant, or whoever writes in their name. */
async function nameOf(ctx: Transaction, applicant: string) {
  if (ctx.actor.kind === "agent") return findSignature(ctx, ctx.actor.id);
  const helper = helperOf(ctx.actor);
  return helper ? inNameOf(helper.name, applicant) : applicant;
}

/** From the resident to the unit, or back. Its id comes from the form: sent twice, written once. */
export function sendMessage(ctx: Context, { reference, id, body, fileIds }: MessageInput) {
  return transaction(ctx, async (ctx) => {
    const { actor, db } = ctx;
    const request = await getRequest(ctx, reference);
    if (actor.kind === "system" || actor.kind === "account" || !canRead(actor, request))
      throw forbidden();
    if (!canWrite(actor, request))
      throw conflict("Cette demande est terminée\u00a0: elle ne reçoit plus de message.");
    const isAgent = actor.kind === "agent";
    const authorName = await nameOf(ctx, request.applicantName ?? "L’usager");
    const [written] = await db
      .insert(messages)
      .values({
        id,
        requestId: request.id,
        authorKind: actor.kind,
        authorId: actor.id,
        authorName,
        body,
      })
      .onConflictDoNothing()
      .returning({ id: messages.id });
    if (!written) return;
    await attachFiles(ctx, fileIds, {
      requestId: request.id,
      messageId: id,
      fieldId: MESSAGE_FILES,
    });
    await recordEvent(ctx, "request.message", request.id, { messageId: id });
    await notify(ctx, isAgent ? "message" : "agent-message", request.id);
  });
}
