import { parseTemplate } from "@/lib/expressions/model/parse-template";
import type { PublikPart } from "../schemas/publik";
import { count, type Ledger, lose } from "./losses";

const isTemplate = (text: string) => /\{[{%]/.test(text);

/** Every text of a part, conditions apart: those are expressions. */
function* textsIn(value: unknown, key = ""): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null && key !== "condition")
    for (const [name, part] of Object.entries(value)) yield* textsIn(part, name);
}

/** Reads every template of a part, wherever it stands and whatever becomes of it. */
export function countTemplates(part: PublikPart, ledger: Ledger) {
  for (const text of textsIn(part)) {
    if (!isTemplate(text)) continue;
    const parsed = parseTemplate(text);
    count(ledger, "templates", parsed.ok);
    if (!parsed.ok)
      lose(ledger, {
        where: part.name,
        what: text.slice(0, 500),
        why: parsed.message,
        todo: "Écrivez ce texte à nouveau.",
      });
  }
}
