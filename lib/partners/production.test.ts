import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { agents, agreements, clientChecks, clientTrials, oidcClients } from "@/db/schema";
import { createAgent, createOrganisation, only } from "@/db/test/factories";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { mailbox } from "@/db/test/mailbox";
import { createPartnerWithClient, createPerson } from "@/db/test/partners";
import { keyOf } from "@/lib/auth/one-time";
import { findClientMetadata } from "@/lib/connect/provider/clients";
import { findNotice } from "@/lib/consents/queries";
import { activateReview, suspendReview } from "./commands/activate";
import { invite, joinPartner } from "./commands/members";
import { recordCalls } from "./commands/record-calls";
import { decideReview, reopenReview, saveRecord, submitReview } from "./commands/reviews";
import { CHECKS, TRIALS } from "./model/checks";
import { findInvitation } from "./queries/members";
import { findReview, getReview, listReviews } from "./queries/reviews";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

beforeEach(async () => {
  await forgetJobs();
  mailbox.length = 0;
});

type Partner = Awaited<ReturnType<typeof createPartnerWithClient>>;

/** As after a good afternoon of sign-ins. */
async function turnGreen({ clientId, body }: Partner) {
  const ofClient = { clientId, organisationId: body.id };
  const past = new Date(Date.now() - 60_000);
  for (const check of CHECKS)
    await pool.insert(clientChecks).values({ ...ofClient, check, state: "passed", at: past });
  for (const check of TRIALS)
    await pool
      .insert(clientTrials)
      .values({ ...ofClient, check, sentAt: past, sentWith: check, expiresAt: past });
  await pool.execute(`insert into logout_deliveries (client_id, state, attempts, last_attempt_at)
    values ('${clientId}', 'delivered', 1, now())`);
  await recordCalls([
    {
      clientId,
      organisationId: body.id,
      isSandbox: true,
      at: past,
      endpoint: "userinfo",
      isOk: true,
      code: null,
      details: {},
    },
  ]);
}

const RECORD = {
  purposes: "Réserver une ligne d’eau dans les piscines.",
  legalBasis: "Mission d’intérêt public.",
  categories: "Baigneurs : nom, courriel.",
  retention: "Un an après la dernière réservation.",
  recipients: "Régie des piscines, aucun sous-traitant.",
  security: "Accès nominatifs, chiffrement, journaux.",
  dpoName: "Isabelle Roche",
  dpoEmail: "dpo@piscines.fr",
  redirectUris: "https://bassins.example/retour",
  postLogoutRedirectUris: "https://bassins.example/",
  backchannelLogoutUri: "https://bassins.example/logout",
};

async function createReviewer() {
  const { id } = await createOrganisation({ kind: "metropole", name: "Métropole de Lyon" });
  const actor = await createAgent(id, [], "administrator");
  return { actor };
}

const ACCEPT = { decision: "accept", "portee.profile": "oui", "portee.email": "oui" };

/** A partner whose request is with the Métropole. */
async function asked() {
  const partner = await createPartnerWithClient();
  const reviewer = await createReviewer();
  await turnGreen(partner);
  await submitReview(partner.ctx, partner.body.id, partner.clientId, RECORD);
  const review = await findReview(partner.ctx, partner.clientId);
  return { ...partner, reviewer, reviewId: review?.id ?? "" };
}

const emailOf = async (id: string) =>
  only(await pool.select().from(agents).where(eq(agents.id, id))).email;

describe("asking for production", () => {
  test("keeps a record half written, and says all that is missing when it is sent", async () => {
    const { ctx, body, clientId } = await createPartnerWithClient();
    await saveRecord(ctx, body.id, clientId, { purposes: "Réserver." });
    const half = { ...RECORD, purposes: "", redirectUris: "http://localhost:8080/retour" };
    await expect(submitReview(ctx, body.id, clientId, half)).rejects.toMatchObject({
      fields: {
        purposes: expect.stringContaining("finalités"),
        redirectUris: expect.stringContaining("https"),
      },
    });
    expect(await findReview(ctx, clientId)).toMatchObject({
      state: "draft",
      record: { legalBasis: RECORD.legalBasis },
      redirectUris: ["http://localhost:8080/retour"],
    });
    await expect(submitReview(ctx, body.id, clientId, RECORD)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("vérifications"),
    });
  });

  test("tells the Métropole's administrators, who see it; a draft stays its author's", async () => {
    const { reviewer, reviewId, ctx, body, clientId } = await asked();
    await runJobs();
    expect(mailbox.map(({ to }) => to)).toEqual([await emailOf(reviewer.actor.id)]);
    expect(await listReviews(reviewer)).toMatchObject([{ id: reviewId, state: "submitted" }]);
    const [{ service = "", organisation = "" } = {}] = await listReviews(reviewer);
    for (const word of [service.toUpperCase(), organisation.slice(0, 5)])
      expect(await listReviews(reviewer, word), word).toHaveLength(1);
    for (const word of ["introuvable", "%"]) expect(await listReviews(reviewer, word)).toEqual([]);
    await reopenReview(ctx, body.id, clientId);
    expect(await listReviews(reviewer)).toEqual([]);
    await expect(getReview(reviewer, reviewId)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the Métropole's answer", () => {
  test("is nobody else's to give: another administrator, the partner, a colleague of both", async () => {
    const { reviewId, ctx, body, owner, reviewer } = await asked();
    const { id } = await createOrganisation();
    const town = { actor: await createAgent(id, [], "administrator") };
    for (const who of [town, ctx])
      await expect(decideReview(who, reviewId, ACCEPT)).rejects.toMatchObject({
        code: "not-found",
      });
    await pool.update(agents).set({ residentId: owner.id }).where(eq(agents.id, reviewer.actor.id));
    await expect(decideReview(reviewer, reviewId, ACCEPT)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(body.id).toBeTruthy();
  });

  test("wants a reason for a refusal, of the whole or of a scope", async () => {
    const { reviewId, reviewer } = await asked();
    for (const [values, field] of [
      [{}, "decision"],
      [{ decision: "refuse" }, "reason"],
      [{ ...ACCEPT, "portee.email": "non" }, "motif.email"],
      [{ decision: "accept", "portee.email": "non", "portee.profile": "non" }, "decision"],
    ] as const)
      await expect
        .soft(decideReview(reviewer, reviewId, values))
        .rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
  });

  test("refused, is told with its reason; corrected, it comes back", async () => {
    const { reviewId, reviewer, ctx, body, clientId, owner } = await asked();
    await decideReview(reviewer, reviewId, { decision: "refuse", reason: "Précisez la durée." });
    await runJobs();
    expect(mailbox.at(-1)).toMatchObject({ to: owner.email });
    expect(mailbox.at(-1)?.text).toContain("Précisez la durée.");
    const activated = activateReview(ctx, body.id, clientId, { isAccepted: true });
    await expect(activated).rejects.toMatchObject({ code: "conflict" });
    await reopenReview(ctx, body.id, clientId);
    await submitReview(ctx, body.id, clientId, RECORD);
    await decideReview(reviewer, reviewId, ACCEPT);
    const twice = decideReview(reviewer, reviewId, ACCEPT);
    await expect(twice).rejects.toMatchObject({ code: "conflict" });
    expect(await findReview(ctx, clientId)).toMatchObject({ state: "accepted" });
  });
});

describe("activation", () => {
  const accepted = async () => {
    const partner = await asked();
    const noEmail = { "portee.email": "non", "motif.email": "Pas nécessaire pour réserver." };
    await decideReview(partner.reviewer, partner.reviewId, { ...ACCEPT, ...noEmail });
    return partner;
  };

  test("gives a client of its own with what was granted, and an agreement of five years", async () => {
    const { ctx, body, clientId } = await accepted();
    const unsigned = activateReview(ctx, body.id, clientId, { isAccepted: false });
    await expect(unsigned).rejects.toMatchObject({ fields: { accord: expect.any(String) } });
    const signed = { isAccepted: true, today: "2026-11-22" };
    const both = await Promise.allSettled(
      [1, 2].map(() => activateReview(ctx, body.id, clientId, signed)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const review = await findReview(ctx, clientId);
    const id = review?.productionClientId ?? "";
    expect(await findClientMetadata(id)).toMatchObject({
      environment: "production",
      redirect_uris: ["https://bassins.example/retour"],
      backchannel_logout_uri: "https://bassins.example/logout",
      scope: "openid profile",
      client_secret: expect.stringMatching(/^[\w-]{43}$/),
    });
    const found = await findNotice(ctx, id);
    expect(found?.notice.items.map((item) => item.id)).toEqual(["identity"]);
    expect(await pool.select().from(agreements)).toMatchObject([
      {
        organisationId: body.id,
        clientId: id,
        startsOn: "2026-11-22",
        endsOn: "2031-11-21",
        signedBy: "Inès Roux",
        countersignedBy: "Karim Haddad",
      },
    ]);
  });

  test("is an owner's", async () => {
    const { ctx, body, clientId } = await accepted();
    await invite(ctx, body.id, { email: "p@p.fr", role: "developer" });
    const [row] = await pool.execute<{ id: string }>("select id from partner_invitations");
    const invitation = await findInvitation(row?.id ?? "");
    const paul = await createPerson("Paul Petit");
    if (invitation) await joinPartner(paul, { id: invitation.id, key: keyOf(invitation) });
    const developer = { actor: { kind: "resident", id: paul.id } } as const;
    const activated = activateReview(developer, body.id, clientId, { isAccepted: true });
    await expect(activated).rejects.toMatchObject({ code: "forbidden" });
  });

  test("suspended, the service is nobody's any more until it is resumed", async () => {
    const { ctx, body, clientId, reviewer, reviewId } = await accepted();
    const id = await activateReview(ctx, body.id, clientId, { isAccepted: true });
    await suspendReview(reviewer, reviewId, true);
    expect(await findClientMetadata(id)).toBeNull();
    await expect(suspendReview(reviewer, reviewId, true)).rejects.toMatchObject({
      code: "conflict",
    });
    await suspendReview(reviewer, reviewId, false);
    expect(await findClientMetadata(id)).toMatchObject({ client_id: id });
    const [row] = await pool.select().from(oidcClients).where(eq(oidcClients.id, id));
    expect(row?.disabledAt).toBeNull();
  });
});
