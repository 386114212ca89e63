import { withOwnToken } from "@/lib/auth/own-token";
import { requireResident } from "@/lib/auth/session";
import { formatDayTime } from "@/lib/format/date";
import { type Access, fetchAccesses } from "@/lib/integrations/consents-api";

const MOST_PAGES = 100;
const HEAD = ["Date", "Service", "Organisme", "Informations lues", "Motif"];

/** A cell that no spreadsheet takes for a formula. */
const cell = (text: string) => `"${text.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`;

const line = (cells: readonly string[]) => `${cells.map(cell).join(";")}\r\n`;

async function* everyAccess(token: string): AsyncGenerator<Access> {
  let before: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { accesses, next } = await fetchAccesses(token, before);
    yield* accesses;
    if (!next) return;
    before = next;
  }
}

async function toCsv(token: string) {
  let csv = `\uFEFF${line(HEAD)}`;
  for await (const { at, service, provider, items, purpose } of everyAccess(token))
    csv += line([formatDayTime(at), service, provider, items.join(", "), purpose]);
  return csv;
}

export async function GET() {
  await requireResident("/mes-donnees");
  const csv = await withOwnToken("/mes-donnees", toCsv);
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="lectures-de-mes-donnees.csv"',
      "cache-control": "no-store",
    },
  });
}
