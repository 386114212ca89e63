import "server-only";
import { and, eq } from "drizzle-orm";
import { clientChecks } from "@/db/schema/partners";
import { findClient } from "@/lib/connect/queries";
import { type Context, transaction } from "@/lib/context";
import { env } from "@/lib/env";
import { getPage } from "@/lib/integrations/outbound";
import { refusalProblem } from "../model/checklist";

/** Asks a sandbox client's return address what it says of a refusal. What cannot be reached from here is not judged. */
export const probeRefusal = async (ctx: Context, { clientId }: { clientId: string }) => {
  const client = await findClient(clientId);
  const [address] = client?.settings.redirectUris ?? [];
  if (!address || client?.environment !== "sandbox") return;
  const url = new URL(address);
  url.searchParams.set("error", "access_denied");
  url.searchParams.set("error_description", "essai de Connect");
  url.searchParams.set("iss", new URL(env().CONNECT_URL).origin);
  const page = await getPage(url.href).catch(() => null);
  const problem = page && refusalProblem(page);
  if (!problem) return;
  await transaction(ctx, ({ db }) =>
    db
      .update(clientChecks)
      .set({ state: "failed", details: problem, at: new Date() })
      .where(and(eq(clientChecks.clientId, clientId), eq(clientChecks.check, "refusal"))),
  );
};
