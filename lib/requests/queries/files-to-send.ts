import "server-only";
import type { Context } from "@/lib/context";
import { uploadToken } from "@/lib/files/policy";
import { listFiles } from "@/lib/files/queries/files";
import { isUuid } from "@/lib/format/id";
import type { Posted } from "@/lib/result";

/** For a form that may send files with its text: the leave to send some, and those of a refused form. */
export async function filesToSend(ctx: Context, requestId: string, name: string, posted: Posted) {
  const kept = posted.values[name];
  const ids = kept && isUuid(kept) ? [kept] : [];
  return {
    name,
    token: uploadToken(ctx.actor, requestId, { fieldId: name }),
    received: await listFiles(ctx, ids),
  };
}
