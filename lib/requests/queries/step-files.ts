import "server-only";
import type { Context } from "@/lib/context";
import type { StoredFile } from "@/lib/files/model";
import { uploadToken } from "@/lib/files/policy";
import { listFiles } from "@/lib/files/queries/files";
import { fileFieldsOf, type Typed } from "@/lib/forms/model";
import type { Step } from "@/lib/forms/schemas";

type Draft = { id: string; typed: Typed };

const fileIdsIn = (step: Step, typed: Typed) =>
  fileFieldsOf(step, typed).flatMap(([name]) => [typed[name] ?? []].flat());

/**
 * The files of a step, as the draft holds it and as it is shown, and what lets the browser send others to each of its
 * controls.
 */
export async function getStepFiles(ctx: Context, draft: Draft, step: Step, typed: Typed) {
  const controls = fileFieldsOf(step, typed);
  const ids = [...new Set([typed, draft.typed].flatMap((said) => fileIdsIn(step, said)))];
  const known = await listFiles(ctx, ids);
  return {
    files: new Map<string, StoredFile>(known.map((file) => [file.id, file])),
    uploadTokens: Object.fromEntries(
      controls.map(([name, { accept, maxBytes }]) => [
        name,
        uploadToken(ctx.actor, draft.id, { fieldId: name, accept, maxBytes }),
      ]),
    ),
  };
}
