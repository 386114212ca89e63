// npm run import:publik -- <folder> [--organisation <insee>] [--dry-run] [--report <file.json>]
import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { translatePackage } from "@/lib/imports/model/package";
import { reportLines } from "@/lib/imports/model/report-lines";
import { readExport } from "@/lib/integrations/export-files";

const USAGE =
  "npm run import:publik -- <dossier> [--organisation <insee>] [--dry-run] [--report <rapport.json>]";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    organisation: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    report: { type: "string" },
  },
});

function refuse(why: string): never {
  console.error(`${why}\n${USAGE}`);
  process.exit(2);
}

const [folder] = positionals;
if (!folder) refuse("Quel dossier ?");
if (!existsSync(folder)) refuse(`${folder} n’existe pas.`);

const { files, refused } = readExport(folder);
const { report, parts } = translatePackage(files);
report.refused.push(...refused);

/** A dry run needs no database: nothing of it is loaded. */
async function write() {
  const { pool } = await import("@/db/client");
  const { system } = await import("@/lib/auth/actor");
  const { findTownHall } = await import("@/lib/organisations/queries/find-organisation");
  const { takeParts } = await import("@/lib/imports/commands/take-parts");
  const ctx = system("import");
  try {
    const organisation = await findTownHall(ctx, options.organisation);
    if (!organisation) refuse("Aucun organisme n’a ce code INSEE.");
    const { added, same } = await takeParts(ctx, organisation.id, parts);
    console.log(`${organisation.name} : ${added} éléments ajoutés, ${same} déjà là.`);
  } finally {
    await pool.$client.end();
  }
}

if (options.report) writeFileSync(options.report, `${JSON.stringify(report, null, 2)}\n`);
console.log(reportLines(report).join("\n"));
if (!options["dry-run"]) await write();
process.exit(report.refused.length > 0 ? 1 : 0);
