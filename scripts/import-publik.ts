// npm run import:publik -- <folder> --dry-run [--report <file.json>]
import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { translatePackage } from "@/lib/imports/model/package";
import { reportLines } from "@/lib/imports/model/report-lines";
import { readExport } from "@/lib/integrations/export-files";

const USAGE = "npm run import:publik -- <dossier> --dry-run [--report <rapport.json>]";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { "dry-run": { type: "boolean", default: false }, report: { type: "string" } },
});
const [folder] = positionals;
if (!folder || !existsSync(folder) || !options["dry-run"]) {
  console.error(USAGE);
  process.exit(2);
}

const { files, refused } = readExport(folder);
const { report } = translatePackage(files);
report.refused.push(...refused);
if (options.report) writeFileSync(options.report, `${JSON.stringify(report, null, 2)}\n`);
console.log(reportLines(report).join("\n"));
process.exit(report.refused.length > 0 ? 1 : 0);
