import { strToU8, zipSync } from "fflate";
import { requireRecentProof } from "@/lib/auth/proof";
import { env } from "@/lib/env";
import { readableExport } from "@/lib/lifecycle/model/readable";
import { exportAccount } from "@/lib/lifecycle/queries/export-account";

/** Everything the account holds: a page to read, and the same for machines. */
export async function GET() {
  const ctx = await requireRecentProof("/compte/suppression");
  const data = await exportAccount(ctx);
  const archive = zipSync({
    "mes-donnees.html": strToU8(readableExport(data, env().ACCOUNT_NAME)),
    "mes-donnees.json": strToU8(JSON.stringify(data, null, 2)),
  });
  return new Response(Buffer.from(archive), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="mes-donnees-${data.exportedAt.toISOString().slice(0, 10)}.zip"`,
      "cache-control": "private, no-store",
    },
  });
}
