// npm run accounts:import -- file.csv [--dry-run] [--source=name] [--report=report.csv]
import { createReadStream, createWriteStream } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { pool } from "@/db/client";
import { importAccounts } from "@/lib/accounts/commands/import-accounts";
import {
  IMPORT_COLUMNS,
  type ImportRow,
  OUTCOME_LABELS,
  type Outcome,
  readImportRow,
} from "@/lib/accounts/model/import";
import { system } from "@/lib/auth/actor";
import { CSV_MARK, csvLine } from "@/lib/format/csv";
import { readCsv } from "@/lib/format/csv-read";
import { foreignHash } from "@/lib/integrations/foreign-hash";

const BATCH = 500;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "dry-run": { type: "boolean", default: false },
    source: { type: "string" },
    report: { type: "string" },
  },
});
const [path] = positionals;
if (!path) {
  console.error(
    "npm run accounts:import -- fichier.csv [--dry-run] [--source=nom] [--report=rapport.csv]",
  );
  process.exit(2);
}
const isDry = options["dry-run"];
const source = options.source ?? basename(path, ".csv");
const reportPath = options.report ?? `${path.replace(/\.csv$/, "")}.rapport.csv`;

const report = createWriteStream(reportPath);
report.write(CSV_MARK + csvLine(["ligne", "id", "courriel", "résultat", "raison"]));
const counts: Record<Outcome, number> = { imported: 0, already: 0, duplicate: 0, refused: 0 };
const addresses = new Set<string>();
let waiting: { line: number; row: ImportRow }[] = [];

type Said = { line: number; id: string; email: string; outcome: Outcome; reason: string };

function say({ line, id, email, outcome, reason }: Said) {
  counts[outcome] += 1;
  if (outcome !== "imported")
    report.write(csvLine([String(line), id, email, OUTCOME_LABELS[outcome], reason]));
}

const DUPLICATE = "un compte commun existe déjà à cette adresse";

async function flush() {
  const batch = waiting;
  waiting = [];
  const told = await importAccounts(
    system("import"),
    source,
    batch.map(({ row }) => row),
    { isDry },
  );
  for (const [rank, { row, outcome }] of told.entries())
    say({
      line: batch[rank]?.line ?? 0,
      id: row.externalId,
      email: row.email,
      outcome,
      reason: outcome === "duplicate" ? DUPLICATE : "",
    });
}

async function take(line: number, values: Record<string, string>) {
  const row = readImportRow(values, (hash) => foreignHash(hash) !== null);
  const { id = "", email = "" } = values;
  if (typeof row === "string") return say({ line, id, email, outcome: "refused", reason: row });
  if (addresses.has(row.email))
    return say({
      line,
      id,
      email,
      outcome: "duplicate",
      reason: "adresse déjà vue dans ce fichier",
    });
  addresses.add(row.email);
  waiting.push({ line, row });
  if (waiting.length >= BATCH) await flush();
}

let columns: string[] | undefined;
let line = 0;
for await (const cells of readCsv(createReadStream(path, "utf8"))) {
  line += 1;
  if (columns) {
    await take(line, Object.fromEntries(columns.map((name, rank) => [name, cells[rank] ?? ""])));
    continue;
  }
  columns = cells.map((name) => name.trim().toLowerCase());
  const missing = IMPORT_COLUMNS.filter((name) => !columns?.includes(name));
  if (missing.length > 0) {
    console.error(`Colonnes manquantes : ${missing.join(", ")}`);
    process.exit(2);
  }
}
await flush();
await new Promise<void>((resolve) => report.end(resolve));
const told = Object.entries(counts).map(
  ([outcome, count]) => `${count} ${OUTCOME_LABELS[outcome as Outcome]}`,
);
console.log(`${isDry ? "Essai à blanc : " : ""}${told.join(", ")}. Rapport : ${reportPath}`);
await pool.$client.end();
