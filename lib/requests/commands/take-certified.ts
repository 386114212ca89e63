import "server-only";
import { and, eq } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { type Context, transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { isCertified, withCertified } from "@/lib/forms/model";
import { canFill } from "../policy";
import { findKnownIdentity, lockDraft } from "../queries/get-draft";
import { ALREADY_SENT } from "./save-step";

/** A draft begun before its holder was certified takes their certified identity; nothing else of it changes. */
export function takeCertified(ctx: Context, reference: string) {
  return transaction(ctx, async (ctx) => {
    const draft = await lockDraft(ctx, reference);
    if (!canFill(ctx.actor, draft)) throw conflict(ALREADY_SENT);
    const identity = await findKnownIdentity(ctx);
    if (!isCertified(identity)) throw conflict("Certifiez d’abord votre identité.");
    await ctx.db
      .update(requests)
      .set(withCertified(draft.definition, draft, identity))
      .where(and(eq(requests.id, draft.id), eq(requests.status, "draft")));
    await recordEvent(ctx, "request.certify", draft.id);
  });
}
