import "server-only";
import { inArray } from "drizzle-orm";
import { units } from "@/db/schema/organisations";
import { type ActingHelper, type Actor, nobody } from "@/lib/auth/actor";
import { accessTokenOf, closePortalSession } from "@/lib/auth/portal-session";
import { read } from "@/lib/context";
import { fetchMandate } from "@/lib/integrations/mandate-api";
import type { Helper } from "@/lib/mandates/model";

/** Every unit of these organisations: what a mandate narrowed to them reaches. */
const unitsOf = (organisationIds: readonly string[]) =>
  read(nobody, (db) =>
    db.select({ id: units.id }).from(units).where(inArray(units.organisationId, organisationIds)),
  );

/**
 * The helper of an acting session, with what the mandate reaches at this moment. Null once the mandate, or the
 * person’s agreement, is over: the session is then closed.
 */
export async function findHelper(sessionId: string, helper: Helper): Promise<ActingHelper | null> {
  const token = await accessTokenOf(sessionId);
  const mandate = token ? await fetchMandate(token) : null;
  if (!mandate) {
    await closePortalSession(sessionId);
    return null;
  }
  if (mandate.organisationIds.length === 0) return helper;
  const reached = await unitsOf(mandate.organisationIds);
  return { ...helper, unitIds: reached.map(({ id }) => id) };
}

type Person = { resident: { id: string }; helper: ActingHelper | null };

/** The resident as whom this person acts: themselves, or the one they help. */
export const asResident = ({ resident: { id }, helper }: Person): Actor => ({
  kind: "resident",
  id,
  ...(helper && { helper }),
});
