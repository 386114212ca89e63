import { eq } from "drizzle-orm";
import { pool } from "@/db/client";
import {
  agreements,
  clientCalls,
  clientChecks,
  clientDays,
  clientReviews,
  clientTrials,
  importedAccounts,
  oidcClients,
  partnerInvitations,
  partnerMembers,
  residents,
  testMails,
  testResidents,
} from "@/db/schema";
import { createOrganisation, only } from "./factories";

const HOUR_MS = 3_600_000;
const soon = () => new Date(Date.now() + HOUR_MS);

/** A partner that connects the service `clientId`, and somebody who looks after it. */
export async function createPartner(clientId: string, accountId: string) {
  const { id: organisationId } = await createOrganisation({ kind: "partner" });
  const row = { sub: "p", email: "dev@exemple.fr", givenName: "Inès", familyName: "Roux" };
  const { id: residentId } = only(await pool.insert(residents).values(row).returning());
  const member = { residentId, role: "owner", name: "Inès Roux", email: row.email } as const;
  await pool.insert(partnerMembers).values({ organisationId, ...member });
  await pool.update(oidcClients).set({ organisationId }).where(eq(oidcClients.id, clientId));
  await pool.insert(partnerInvitations).values({
    organisationId,
    email: "x@exemple.fr",
    role: "developer",
    invitedBy: "Inès Roux",
    expiresAt: soon(),
  });
  const client = { clientId, organisationId };
  await pool.insert(clientCalls).values({ ...client, endpoint: "token", isOk: true });
  await pool.insert(clientDays).values({ ...client, day: "2026-03-01" });
  await pool.insert(clientChecks).values({ ...client, check: "state", state: "passed" });
  await pool.insert(clientTrials).values({ ...client, check: "signature", expiresAt: soon() });
  await pool.insert(clientReviews).values(client);
  await pool.insert(agreements).values({
    ...client,
    kind: "connect",
    startsOn: "2026-03-01",
    endsOn: "2031-02-28",
    signedBy: "Inès Roux",
    countersignedBy: "Hugo Lambert",
  });
  await pool.insert(testResidents).values({ accountId, organisationId, purpose: "x" });
  await pool.insert(importedAccounts).values({ accountId, source: "s", externalId: "1" });
  const mail = { recipient: "a@bac-a-sable.test", subject: "s", body: "b" };
  await pool.insert(testMails).values({ id: accountId, organisationId, ...mail });
  return residentId;
}
