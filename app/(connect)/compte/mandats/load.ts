import { notFound } from "next/navigation";
import { namedServices, type Terms } from "@/components/mandates/mandate-terms";
import { PORTAL_CLIENT } from "@/lib/connect/provider/clients";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { isUuid } from "@/lib/format/id";
import { getMandate, listServices, listTreatingOrganisations } from "@/lib/mandates/queries";
import { orNotFound } from "@/lib/page";

/** The services and organisations that a mandate may name. */
export async function loadPlaces() {
  const [services, organisations] = await Promise.all([
    listServices(),
    listTreatingOrganisations(),
  ]);
  const names = new Map(services.map(({ id, notice }) => [id, notice.service]));
  const bodies = new Map(organisations.map(({ id, name }) => [id, name]));
  return {
    services: services.map(({ id, notice }) => ({ id, name: notice.service })),
    organisations,
    portal: { id: PORTAL_CLIENT, name: env().PORTAL_NAME },
    of: (terms: Terms) => namedServices(terms, names, bodies, PORTAL_CLIENT),
  };
}

/** Where a helper acts on the portal under this mandate, if it names the portal. */
export const actAddress = ({ id, clientIds }: Terms) =>
  clientIds.includes(PORTAL_CLIENT)
    ? new URL(`/se-connecter?pour=${id}&retour=%2Fmes-demandes`, env().PORTAL_URL).href
    : null;

/** The mandate of this address, for whoever is part of it; 404 for anybody else. */
export async function loadMandate(ctx: Context, id: string) {
  if (!isUuid(id)) notFound();
  return orNotFound(getMandate(ctx, id));
}
