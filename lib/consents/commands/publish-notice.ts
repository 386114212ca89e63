import "server-only";
import { isDeepStrictEqual } from "node:util";
import { consentNotices } from "@/db/schema/consents";
import { type Context, transaction } from "@/lib/context";
import { parseInput } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import type { Notice } from "../model";
import { findNotice } from "../queries";
import { notice as noticeInput } from "../schemas";

/** Puts a service's notice in force; publishing the same again changes nothing. Returns its id. */
export async function publishNotice(
  ctx: Context,
  clientId: string,
  input: Notice,
): Promise<string> {
  const notice = parseInput(noticeInput, input);
  return transaction(ctx, async (ctx) => {
    const current = await findNotice(ctx, clientId);
    if (current && isDeepStrictEqual(current.notice, JSON.parse(JSON.stringify(notice))))
      return current.id;
    const id = crypto.randomUUID();
    await ctx.db
      .insert(consentNotices)
      .values({ id, clientId, version: (current?.version ?? 0) + 1, notice });
    await recordEvent(ctx, "notice.publish", id, { clientId });
    return id;
  });
}
