import "server-only";
import { oidcClients } from "@/db/schema/connect";
import { seal, unseal } from "@/lib/auth/secrets";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import type { ClientEnvironment, ClientSettings } from "../model";
import { findClient } from "../queries";

export type ClientInput = {
  id: string;
  name: string;
  settings: ClientSettings;
  secret: string | null;
  sector: string;
  environment?: ClientEnvironment;
  organisationId?: string | null;
};

/** Members in one order at every depth, as PostgreSQL may give them back in another. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
};

const digest = (values: unknown) => JSON.stringify(sorted(values));

/** Null too when it was sealed with another SECRET: it is then written again. */
function opened(secret: string | null) {
  try {
    return secret === null ? null : unseal("client-secret", secret);
  } catch {
    return undefined;
  }
}

/** What an event about a service is about: a service has no uuid, the organisation it belongs to has. */
export const eventSubject = ({ organisationId }: { organisationId: string | null }) =>
  organisationId ?? crypto.randomUUID();

/** Registers a service, or brings its registration up to date; its people and agreements stay. */
export function registerClient(ctx: Context, client: ClientInput) {
  const { id, name, settings, sector, environment = "production", organisationId = null } = client;
  const open = { name, settings, sector, environment, organisationId };
  return transaction(ctx, async (ctx) => {
    const known = await findClient(id, ctx);
    if (known && opened(known.secret) === client.secret) {
      const { name, settings, sector, environment, organisationId } = known;
      if (digest({ name, settings, sector, environment, organisationId }) === digest(open)) return;
    }
    const secret = client.secret === null ? null : seal("client-secret", client.secret);
    const columns = { ...open, secret };
    await ctx.db
      .insert(oidcClients)
      .values({ id, ...columns })
      .onConflictDoUpdate({ target: oidcClients.id, set: columns });
    await recordEvent(ctx, "client.register", eventSubject(open), { clientId: id });
  });
}
