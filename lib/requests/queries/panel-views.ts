import "server-only";
import type { Context } from "@/lib/context";
import type { Typed } from "@/lib/forms/model";
import type { Posted } from "@/lib/result";
import type { ShownPanel } from "../model/panels";
import { getStepFiles } from "./step-files";

/** What the controls of each sub-form show: what was typed and refused, or nothing yet. */
export async function panelViews(
  ctx: Context,
  { id, reference }: { id: string; reference: string },
  panels: readonly ShownPanel[],
  posted: Posted,
) {
  const views = panels.map(async (panel) => {
    if (panel.type !== "form") return [];
    const isBack = posted.values.panel === panel.id;
    const typed: Typed = isBack ? posted.values : {};
    const files = await getStepFiles(ctx, { id, typed: {} }, panel.step, typed);
    const shown = { reference, near: null, typed, origins: {}, household: null, ...files };
    return [[panel.id, { ...shown, errors: isBack ? posted.errors : {} }] as const];
  });
  return Object.fromEntries((await Promise.all(views)).flat());
}
