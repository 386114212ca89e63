import { XmlRefusal } from "@/lib/format/xml-read";
import type { FormDefinition } from "@/lib/forms/schemas";
import type { PartKind } from "../schemas/kinds";
import type { PublikPart } from "../schemas/publik";
import type { ImportReport } from "../schemas/report";
import { translateForm } from "./forms/form";
import { type Library, libraryOf } from "./library";
import { addLedger, emptyReport, type Ledger, openLedger } from "./losses";
import { readPart } from "./read/parts";
import { countTemplates } from "./templates";
import { type TranslatedWorkflow, translateWorkflow } from "./workflows/workflow";

/** A file of an export, by its path in the folder. */
export type SourceFile = { path: string; text: string };

type Read = { path: string; part: PublikPart };

export type ImportedForm = { slug: string; title: string; definition: FormDefinition };

/** Everything that an export gives us, and what is told of it. */
export type ImportedPart = {
  kind: PartKind;
  slug: string;
  title: string;
  /** `definition` is ours; `source` is what was read, whole: nothing that had no equivalent is lost. */
  content: { source: PublikPart; definition?: unknown };
  isSound: boolean;
};

export type Package = {
  report: ImportReport;
  forms: ImportedForm[];
  workflows: TranslatedWorkflow[];
  parts: ImportedPart[];
};

const COUNTS = {
  formdef: "forms",
  carddef: "cards",
  block: "blocks",
  workflow: "workflows",
  datasource: "sources",
  "mail-template": "mails",
  "comment-template": "mails",
  wscall: "calls",
  category: "categories",
} as const satisfies Record<PublikPart["root"], keyof ImportReport>;

function readAll(files: readonly SourceFile[], report: ImportReport): Read[] {
  return files.flatMap(({ path, text }) => {
    try {
      return [{ path, part: readPart(text) }];
    } catch (error) {
      if (!(error instanceof XmlRefusal)) throw error;
      report.refused.push({ file: path, why: error.message });
      return [];
    }
  });
}

/** What the reader had no place for, wherever it stood. */
function loseLeftovers({ part }: Read, ledger: Ledger) {
  const fields = "fields" in part ? part.fields : [];
  const all = [...part.leftovers, ...fields.flatMap(({ leftovers }) => leftovers)];
  for (const { name, text } of all)
    ledger.losses.push({
      file: ledger.file,
      where: part.name,
      what: `élément «\u00a0${name}\u00a0»\u00a0: ${text.slice(0, 200)}`,
      why: "Cet élément n’est pas connu.",
      todo: "Dites-le-nous, ou reprenez-le à la main.",
    });
}

const KINDS: Record<PublikPart["root"], PartKind> = {
  formdef: "form",
  carddef: "card",
  block: "block",
  workflow: "workflow",
  datasource: "list",
  "mail-template": "message",
  "comment-template": "message",
  wscall: "service",
  category: "category",
};

type Translated = { definition?: unknown; isSound: boolean };

/** A definition of ours when there is one; a sentence when it is refused as a whole. */
function translateOne(
  part: PublikPart,
  library: Library,
  ledger: Ledger,
  all: Package,
): Translated | string {
  if (part.root === "formdef") {
    const form = translateForm(part, library, ledger);
    if (typeof form === "string") return form;
    all.forms.push(form);
    return { definition: form.definition, isSound: true };
  }
  if (part.root !== "workflow") return { isSound: false };
  const workflow = translateWorkflow(part, library, ledger);
  if (typeof workflow === "string") return workflow;
  all.workflows.push(workflow);
  return workflow;
}

/** One file that our own code stumbles on is one refusal, not the end of the import. */
function safely<Result>(run: () => Result): Result | string {
  try {
    return run();
  } catch (error) {
    return `La traduction a échoué\u00a0: ${error instanceof Error ? error.message.slice(0, 300) : ""}`;
  }
}

function takePart(read: Read, library: Library, all: Package) {
  const { report } = all;
  const ledger = openLedger(read.path);
  const counted = report[COUNTS[read.part.root]];
  counted.found += 1;
  loseLeftovers(read, ledger);
  countTemplates(read.part, ledger);
  const { part } = read;
  const found = safely(() => translateOne(part, library, ledger, all));
  if (typeof found === "string") report.refused.push({ file: read.path, why: found });
  else {
    counted.imported += 1;
    const { definition, isSound } = found;
    const content = definition ? { definition, source: part } : { source: part };
    all.parts.push({ kind: KINDS[part.root], slug: part.slug, title: part.name, content, isSound });
  }
  addLedger(report, ledger);
}

/** Reads and translates a whole export. Nothing is written. */
export function translatePackage(files: readonly SourceFile[]): Package {
  const all: Package = { report: emptyReport(), forms: [], workflows: [], parts: [] };
  const parts = readAll(files, all.report);
  const library = libraryOf(parts.map(({ part }) => part));
  for (const part of parts) takePart(part, library, all);
  return all;
}
