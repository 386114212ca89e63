import "server-only";
import type { Context } from "@/lib/context";
import { storePostedFile } from "@/lib/files/commands/receive";
import { grantUpload } from "@/lib/files/policy";

/**
 * The ids of the files that a form sends with its text: already received one by one, or, without
 * JavaScript, posted with it. They wait to be attached by the command that follows.
 */
export const joinFiles = async (
  ctx: Context,
  form: FormData,
  requestId: string,
  fieldId: string,
) => {
  const ids = form.getAll(fieldId).filter((id) => typeof id === "string" && id !== "");
  const grant = grantUpload(ctx.actor, requestId, { fieldId });
  for (const sent of form.getAll(`${fieldId}.file`)) {
    const file = sent instanceof File ? await storePostedFile(ctx, sent, grant) : null;
    if (file) ids.push(file.id);
  }
  return ids;
};
