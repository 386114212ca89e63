import { withOwnToken } from "@/lib/auth/own-token";
import { requireSelf } from "@/lib/auth/session";
import { CSV_MARK, csvLine } from "@/lib/format/csv";
import { formatDayTime } from "@/lib/format/date";
import { answer } from "@/lib/http";
import { type Access, fetchAccesses } from "@/lib/integrations/consents-api";

const MOST_PAGES = 100;
const HEAD = ["Date", "Service", "Organisme", "Informations lues", "Motif", "En votre nom"];

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
  let csv = CSV_MARK + csvLine(HEAD);
  for await (const { at, service, provider, items, purpose, helper } of everyAccess(token))
    csv += csvLine([formatDayTime(at), service, provider, items.join(", "), purpose, helper ?? ""]);
  return csv;
}

export const GET = (request: Request) =>
  answer(request, async () => {
    await requireSelf("/mes-donnees");
    const csv = await withOwnToken("/mes-donnees", toCsv);
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="lectures-de-mes-donnees.csv"',
        "cache-control": "no-store",
      },
    });
  });
