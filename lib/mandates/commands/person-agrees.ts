import "server-only";
import { giveConsent } from "@/lib/consents/commands/decide";
import { findActiveConsent, findNotice } from "@/lib/consents/queries";
import type { Transaction } from "@/lib/context";

/**
 * A helper agrees to nothing for anybody: whoever gives a mandate agrees themselves that the services it names read
 * what they cannot do without. Optional items agreed to before stay as they were.
 */
export const agreeForMandate = async (ctx: Transaction, clientIds: readonly string[]) => {
  for (const clientId of clientIds) {
    const [consent, notice] = [
      await findActiveConsent(ctx, ctx.actor.id, clientId),
      await findNotice(ctx, clientId),
    ];
    if (!notice || consent?.noticeId === notice.id) continue;
    const place = "mandate" as const;
    const ticked = consent?.items ?? [];
    await giveConsent(ctx, { accountId: ctx.actor.id, clientId, place, ticked });
  }
};
