import "server-only";
import type { Context } from "@/lib/context";
import type { StoredFile } from "@/lib/files/model";
import { uploadToken } from "@/lib/files/policy";
import { listFiles } from "@/lib/files/queries/files";
import { fileFieldsOf, type Typed } from "@/lib/forms/model";
import type { Step } from "@/lib/forms/schemas";

/** What the file controls of a step show, and what lets the browser send files to each. */
export async function getStepFiles(ctx: Context, requestId: string, step: Step, typed: Typed) {
  const controls = fileFieldsOf(step, typed);
  const ids = controls.flatMap(([name]) => [typed[name] ?? []].flat());
  const known = await listFiles(ctx, ids);
  return {
    files: new Map<string, StoredFile>(known.map((file) => [file.id, file])),
    uploadTokens: Object.fromEntries(
      controls.map(([name, { accept, maxBytes }]) => [
        name,
        uploadToken(ctx.actor, requestId, { fieldId: name, accept, maxBytes }),
      ]),
    ),
  };
}
