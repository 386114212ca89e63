import "server-only";
import { createHash } from "node:crypto";
import { oidcClients } from "@/db/schema/connect";
import { seal, unseal } from "@/lib/auth/secrets";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import type { ClientSettings } from "../model";
import { findClient } from "../queries";

export type ClientInput = {
  id: string;
  name: string;
  settings: ClientSettings;
  secret: string | null;
  sector: string;
};

type Known = Awaited<ReturnType<typeof findClient>>;

const isSame = (known: Known, { name, settings, secret, sector }: ClientInput) =>
  known !== null &&
  JSON.stringify([known.name, known.sector]) === JSON.stringify([name, sector]) &&
  digest(known.settings) === digest(settings) &&
  opened(known.secret) === secret;

const digest = (settings: ClientSettings) =>
  createHash("sha256")
    .update(JSON.stringify(Object.entries(settings).sort()))
    .digest("hex");

/** Null too when it was sealed with another SECRET: it is then written again. */
function opened(secret: string | null) {
  try {
    return secret === null ? null : unseal("client-secret", secret);
  } catch {
    return undefined;
  }
}

/** Registers a service, or brings its registration up to date; its people and agreements stay. */
export function registerClient(ctx: Context, client: ClientInput) {
  return transaction(ctx, async (ctx) => {
    if (isSame(await findClient(client.id, ctx), client)) return;
    const { id, name, settings, sector } = client;
    const secret = client.secret === null ? null : seal("client-secret", client.secret);
    const columns = { name, settings, sector, secret };
    await ctx.db
      .insert(oidcClients)
      .values({ id, ...columns })
      .onConflictDoUpdate({ target: oidcClients.id, set: columns });
    await recordEvent(ctx, "client.register", crypto.randomUUID(), { clientId: id });
  });
}
