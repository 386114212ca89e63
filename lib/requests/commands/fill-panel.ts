import "server-only";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { attachFiles } from "@/lib/files/commands/attach";
import { joinFiles } from "@/lib/files/commands/join";
import { checkStep, fileFieldsOf, type Typed, typedOf } from "@/lib/forms/model";
import { type ShownPanel, shownPanels } from "../model/panels";
import { asMover } from "../policy";
import { isStillFresh } from "../queries/freshness";
import { getRequest } from "../queries/get-request";
import type { FillInput } from "../schemas";
import { advance } from "./advance";

const LONGEST = 5000;

/** What the interpreter is told; what is wrong goes back to the form. */
function inputOf(panel: ShownPanel, typed: Typed) {
  if (panel.type === "form") {
    const { answers, errors } = checkStep(panel.step, typed);
    if (Object.keys(errors).length > 0) throw invalid(errors);
    return { kind: "form", panel: panel.id, values: answers } as const;
  }
  const text = String(typed[panel.id] ?? "").trim();
  if (panel.type === "comment" && panel.isRequired && text === "")
    throw invalid({ [panel.id]: "Écrivez votre commentaire." });
  if (text.length > LONGEST)
    throw invalid({ [panel.id]: "Raccourcissez votre texte à 5\u202f000 signes au plus." });
  return { kind: "comment", panel: panel.id, text } as const;
}

async function attachAll(ctx: Transaction, requestId: string, panel: ShownPanel, typed: Typed) {
  if (panel.type !== "form") return;
  for (const [name] of fileFieldsOf(panel.step, typed))
    await attachFiles(ctx, [typed[name] ?? []].flat(), { requestId, fieldId: name });
}

/** Somebody fills in what the request's workflow asks them: a sub-form, or a comment box. */
export function fillPanel(ctx: Context, input: FillInput, typed: Typed) {
  return transaction(ctx, async (ctx) => {
    const request = await getRequest(ctx, input.reference);
    const mover = asMover(ctx.actor, request);
    if (!mover) throw forbidden();
    const { revision } = input;
    const change = { revision, action: "request.fill", details: { panel: input.panel } } as const;
    if (!(await isStillFresh(ctx, request, change))) return;

    const panel = shownPanels(request, mover).find(({ id }) => id === input.panel);
    if (!panel || panel.type === "message") throw conflict("Cette demande n’attend plus cela.");
    const told = { ...change.details, label: panel.label };
    const filled = { ...change, details: told, input: inputOf(panel, typed) };
    if (await advance(ctx, request, filled)) await attachAll(ctx, request.id, panel, typed);
  });
}

/** The same from a posted form: the files that it carries are received first. */
export async function fillPostedPanel(ctx: Context, input: FillInput, form: FormData) {
  const request = await getRequest(ctx, input.reference);
  const mover = asMover(ctx.actor, request);
  const panels = mover ? shownPanels(request, mover) : [];
  const panel = panels.find(({ id }) => id === input.panel);
  if (panel?.type !== "form") return fillPanel(ctx, input, Object.fromEntries(textsOf(form)));
  const typed = typedOf(panel.step, textsOf(form));
  for (const [name] of fileFieldsOf(panel.step, typed))
    typed[name] = (await joinFiles(ctx, form, request.id, name)).map(String);
  return fillPanel(ctx, input, typed);
}

/** Several values of one control stay several. */
const textsOf = (form: FormData): [string, string | string[]][] =>
  [...new Set(form.keys())].map((name) => {
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    return [name, texts.length > 1 ? texts : (texts[0] ?? "")];
  });
