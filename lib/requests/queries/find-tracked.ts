import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema/organisations";
import { procedures } from "@/db/schema/procedures";
import { requests } from "@/db/schema/requests";
import { hashTrackingCode, heldTrackingCodes } from "@/lib/auth/tracking";
import { read } from "@/lib/context";

/** The request that a tracking code opens, by the code's hash; null for a code that opens nothing. */
export async function findTracked(hash: string) {
  const [tracked] = await read({ actor: { kind: "visitor", id: hash } }, (db) =>
    db
      .select({
        id: requests.id,
        reference: requests.reference,
        status: requests.status,
        submittedAt: requests.submittedAt,
        title: procedures.title,
        organisationName: organisations.name,
        organisationKind: organisations.kind,
      })
      .from(requests)
      .innerJoin(procedures, eq(procedures.id, requests.procedureId))
      .innerJoin(organisations, eq(organisations.id, requests.organisationId))
      .where(eq(requests.trackingHash, hash)),
  );
  return tracked ?? null;
}

/** The requests that this browser holds the codes of, the last opened first. */
export async function listHeld() {
  const found = (await heldTrackingCodes()).map(async (code) => {
    const tracked = await findTracked(hashTrackingCode(code));
    return tracked && { ...tracked, code };
  });
  return (await Promise.all(found)).filter((tracked) => tracked !== null);
}
