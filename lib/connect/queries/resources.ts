import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { oidcClients, oidcResources } from "@/db/schema/connect";
import { system } from "@/lib/auth/actor";
import { read } from "@/lib/context";

/** An API by its address, with the client that serves it; null when there is none, or that client is suspended. */
export async function findResource(uri: string) {
  if (uri.includes("\0")) return null;
  const [resource] = await read(system("connect"), (db) =>
    db
      .select({
        uri: oidcResources.uri,
        scopes: oidcResources.scopes,
        clientId: oidcResources.clientId,
      })
      .from(oidcResources)
      .innerJoin(oidcClients, eq(oidcClients.id, oidcResources.clientId))
      .where(and(eq(oidcResources.uri, uri), isNull(oidcClients.disabledAt))),
  );
  return resource ?? null;
}
