import "server-only";
import { and, eq } from "drizzle-orm";
import { procedureProviders } from "@/db/schema/procedures";
import { OPEN, requests } from "@/db/schema/requests";
import { system } from "@/lib/auth/actor";
import { read } from "@/lib/context";

/**
 * How many procedures come to a unit, and how many open requests it still has. Counted as the system:
 * an administrator may know the figure without reading the requests.
 */
export const countUnitDuties = (unitId: string) =>
  read(system("unit-duties"), async (db) => ({
    procedures: await db.$count(procedureProviders, eq(procedureProviders.unitId, unitId)),
    requests: await db.$count(requests, and(eq(requests.unitId, unitId), OPEN)),
  }));
