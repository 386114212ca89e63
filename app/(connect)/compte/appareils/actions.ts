"use server";

import { submit } from "@/lib/action";
import { findAccountSession } from "@/lib/auth/account-session";
import { requireRecentProof } from "@/lib/auth/proof";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import { doneAt } from "@/lib/done";

const AT = "/compte/appareils";
const here = { at: AT, as: () => requireRecentProof(AT) };

/** One of one's own sessions; pressed twice, or already over, there is nothing left to do. */
export async function endSessionAction(uid: string, form: FormData) {
  await submit(form, here, async (ctx) => {
    await endSessions(ctx, ctx.actor.id, { onlyUid: String(uid) });
    return doneAt(AT, "appareil");
  });
}

export async function endOtherSessionsAction(form: FormData) {
  await submit(form, here, async (ctx) => {
    const session = await findAccountSession();
    await endSessions(ctx, ctx.actor.id, { exceptUid: session?.uid });
    return doneAt(AT, "appareils");
  });
}
