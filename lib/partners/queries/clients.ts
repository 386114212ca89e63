import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { oidcClients } from "@/db/schema/connect";
import { clientReviews } from "@/db/schema/partners";
import { unseal } from "@/lib/auth/secrets";
import { findClient } from "@/lib/connect/queries";
import { findNotice } from "@/lib/consents/queries";
import { type Context, read } from "@/lib/context";
import { forbidden, notFound } from "@/lib/errors";
import type { Values } from "@/lib/result";
import type { Asked } from "../model/data-items";
import { mayDo } from "../policy";
import { getMember } from "./members";

/** The services of an organisation, without their secrets. */
export const listClients = (ctx: Context, organisationId: string) =>
  read(ctx, (db) =>
    db
      .select({
        id: oidcClients.id,
        name: oidcClients.name,
        environment: oidcClients.environment,
        review: clientReviews.state,
        isSuspended: oidcClients.disabledAt,
      })
      .from(oidcClients)
      .leftJoin(clientReviews, eq(clientReviews.clientId, oidcClients.id))
      .where(eq(oidcClients.organisationId, organisationId))
      .orderBy(asc(oidcClients.name), asc(oidcClients.environment)),
  );

/** A service of this organisation, suspended or not, without its secrets. */
export async function getClient(ctx: Context, organisationId: string, id: string) {
  const [client] = await read(ctx, (db) =>
    db
      .select({
        id: oidcClients.id,
        name: oidcClients.name,
        settings: oidcClients.settings,
        sector: oidcClients.sector,
        environment: oidcClients.environment,
        previousSecretExpiresAt: oidcClients.previousSecretExpiresAt,
        createdAt: oidcClients.createdAt,
      })
      .from(oidcClients)
      .where(and(eq(oidcClients.id, id), eq(oidcClients.organisationId, organisationId))),
  );
  if (!client) throw notFound("Service");
  return client;
}

export type PartnerClient = Awaited<ReturnType<typeof getClient>>;

/** What the consent page of a service asks, as its form wrote it. */
export async function findAsked(ctx: Context, clientId: string) {
  const found = await findNotice(ctx, clientId);
  const asked: Asked = Object.fromEntries(
    (found?.notice.items ?? []).map(({ id, required, why = "" }) => [
      id,
      { need: required ? "required" : "optional", why },
    ]),
  );
  return { asked, purpose: found?.notice.purpose ?? "", refusal: found?.notice.refusal ?? "" };
}

/** A service whose secret this member may read or change; refused otherwise. */
export async function requireClient(ctx: Context, organisationId: string, id: string) {
  const { role } = await getMember(ctx, organisationId);
  if (!mayDo(role, "rotate-secret")) throw forbidden();
  return getClient(ctx, organisationId, id);
}

/** The secret in force, in clear, for the page that shows it once; null for a service without one. */
export async function findSecret(ctx: Context, id: string) {
  const client = await findClient(id, ctx);
  return client?.secret ? unseal("client-secret", client.secret) : null;
}

/** A service as its form shows it. */
export async function findTyped(ctx: Context, { id, name, settings }: PartnerClient) {
  const { asked, purpose, refusal } = await findAsked(ctx, id);
  const typed: Values = {
    name,
    purpose,
    refusal,
    homepage: settings.homepage ?? "",
    logo: settings.logo ?? "",
    redirectUris: settings.redirectUris.join("\n"),
    postLogoutRedirectUris: settings.postLogoutRedirectUris.join("\n"),
    backchannelLogoutUri: settings.backchannelLogoutUri ?? "",
    alg: settings.alg,
    authentication: settings.authentication ?? "client_secret_basic",
    jwksUri: settings.jwksUri ?? "",
  };
  for (const [item, { need, why }] of Object.entries(asked)) {
    typed[`besoin.${item}`] = need;
    typed[`motif.${item}`] = why;
  }
  return typed;
}
