import "server-only";
import { eq } from "drizzle-orm";
import type { PgSelect } from "drizzle-orm/pg-core";
import { organisations, units } from "@/db/schema/organisations";
import { procedureProviders, procedures } from "@/db/schema/procedures";
import { requests } from "@/db/schema/requests";

/** `select … from requests`, joined to what it is about: procedure, provider, organisation, unit. */
export const withSubject = <T extends PgSelect>(select: T) =>
  select
    .innerJoin(procedures, eq(procedures.id, requests.procedureId))
    .innerJoin(procedureProviders, eq(procedureProviders.id, requests.providerId))
    .innerJoin(organisations, eq(organisations.id, requests.organisationId))
    .innerJoin(units, eq(units.id, requests.unitId));
