import type { ImportReport, Loss } from "../schemas/report";

const TAKEN = [
  ["forms", "formulaires"],
  ["workflows", "circuits"],
  ["blocks", "blocs"],
  ["cards", "modèles de fiche"],
  ["sources", "sources de données"],
  ["mails", "modèles de courriel"],
  ["calls", "appels de service"],
  ["categories", "catégories"],
] as const;

/** Losses that say the same, with how many there are. */
function byReason(losses: readonly Loss[]) {
  const counts = new Map<string, number>();
  for (const { why, todo } of losses) {
    const said = `${why.replace(/«[^»]*»/g, "«\u00a0…\u00a0»")} ${todo}`;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** The report as a person reads it in a terminal; every loss is in the JSON. */
export const reportLines = (report: ImportReport): string[] => [
  ...TAKEN.map(([key, name]) => `${report[key].imported}/${report[key].found} ${name}`),
  `${report.conditions.parsed}/${report.conditions.found} conditions lues`,
  `${report.templates.parsed}/${report.templates.found} modèles de texte lus`,
  `${report.actions.translated}/${report.actions.found} actions traduites`,
  ...report.refused.map(({ file, why }) => `Refusé\u00a0: ${file}. ${why}`),
  `${report.losses.length} points à relire`,
  ...byReason(report.losses)
    .slice(0, 20)
    .map(([said, many]) => `  ${many} × ${said}`),
];
