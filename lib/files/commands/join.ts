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
  const ids: string[] = [];
  for (const sent of form.getAll(fieldId)) {
    if (typeof sent === "string") ids.push(sent);
    else {
      const grant = () => grantUpload(ctx.actor, requestId, { fieldId });
      const file = sent.size > 0 ? await storePostedFile(ctx, sent, grant()) : null;
      if (file) ids.push(file.id);
    }
  }
  return ids.filter(Boolean);
};
