import type { ImportReport, Loss } from "../schemas/report";

type Counted = "conditions" | "templates" | "actions";

/** What the translation of one file met: how much of each kind, and what was lost on the way. */
export type Ledger = {
  readonly file: string;
  readonly losses: Loss[];
  readonly found: Record<Counted, number>;
  readonly done: Record<Counted, number>;
};

export const openLedger = (file: string): Ledger => ({
  file,
  losses: [],
  found: { conditions: 0, templates: 0, actions: 0 },
  done: { conditions: 0, templates: 0, actions: 0 },
});

export type Said = Omit<Loss, "file">;

/** The same loss is told once. */
export function lose({ file, losses }: Ledger, said: Said) {
  const isTold = losses.some(({ where, what }) => where === said.where && what === said.what);
  if (!isTold) losses.push({ file, ...said });
}

/** One more of this kind; translated, or not. */
export function count(ledger: Ledger, kind: Counted, isDone: boolean) {
  ledger.found[kind] += 1;
  if (isDone) ledger.done[kind] += 1;
}

const NONE = { found: 0, imported: 0 };

export const emptyReport = (): ImportReport => ({
  forms: { ...NONE },
  workflows: { ...NONE },
  blocks: { ...NONE },
  cards: { ...NONE },
  sources: { ...NONE },
  mails: { ...NONE },
  calls: { ...NONE },
  categories: { ...NONE },
  conditions: { found: 0, parsed: 0 },
  templates: { found: 0, parsed: 0 },
  actions: { found: 0, translated: 0 },
  refused: [],
  losses: [],
});

/** Adds what one file told to the whole. */
export function addLedger(report: ImportReport, { found, done, losses }: Ledger) {
  report.conditions.found += found.conditions;
  report.conditions.parsed += done.conditions;
  report.templates.found += found.templates;
  report.templates.parsed += done.templates;
  report.actions.found += found.actions;
  report.actions.translated += done.actions;
  report.losses.push(...losses);
}
