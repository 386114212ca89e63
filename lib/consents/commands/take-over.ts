import "server-only";
import { consentRecords } from "@/db/schema/consents";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { findActiveConsent, listConsents } from "../queries";

/**
 * Of two accounts of one person, what the closed one agreed to stands for the other, where it had not decided: the same
 * text, the same items, the same end. Joins the caller's transaction.
 */
export function takeOverConsents(ctx: Context, from: string, to: string) {
  return transaction(ctx, async (ctx) => {
    const standing = (await listConsents(ctx, from)).filter(({ status }) => status === "active");
    for (const { clientId, noticeId, items, text, expiresAt } of standing) {
      if (await findActiveConsent(ctx, to, clientId)) continue;
      const place = "account-merge" as const;
      const [written] = await ctx.db
        .insert(consentRecords)
        .values({ accountId: to, clientId, noticeId, items, text, expiresAt, place, act: "given" })
        .returning({ id: consentRecords.id, seq: consentRecords.seq, hash: consentRecords.hash });
      await recordEvent(ctx, "consent.give", to, { clientId, ...written });
    }
  });
}
