import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { events, oidcClients, organisations } from "@/db/schema";
import { only } from "@/db/test/factories";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { lastMail, mailedLink } from "@/db/test/mailbox";
import {
  clientInput,
  createPartnerWithClient,
  createPerson,
  partnerInput,
} from "@/db/test/partners";
import { unseal } from "@/lib/auth/secrets";
import { cutPreviousSecret } from "@/lib/connect/commands/cut-previous-secret";
import { rotateSecret } from "@/lib/connect/commands/rotate-secret";
import { findClientMetadata } from "@/lib/connect/provider/clients";
import { findNotice } from "@/lib/consents/queries";
import { createClient, updateClient } from "./commands/clients";
import {
  invite,
  joinPartner,
  registerPartner,
  removeMember,
  withdrawInvitation,
} from "./commands/members";
import { findSecret, findTyped, getClient, listClients } from "./queries/clients";
import { getMember, getPartner, listInvitations, listMembers } from "./queries/members";
import { maySee, showToken } from "./queries/shown-once";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const as = (id: string) => ({ actor: { kind: "resident", id } }) as const;

beforeEach(() => forgetJobs());

describe("an organisation", () => {
  test("is registered once by its SIRET; whoever registers it owns it", async () => {
    const owner = await createPerson();
    const { id, slug } = await registerPartner(owner, partnerInput("200 046 977 00019"));
    expect(await getPartner(as(owner.id), slug)).toMatchObject({
      id,
      role: "owner",
      siret: "20004697700019",
    });
    const [row] = await pool.select().from(organisations).where(eq(organisations.id, id));
    expect(row).toMatchObject({ kind: "partner", siren: "200046977" });
    const again = registerPartner(await createPerson(), partnerInput("20004697700019"));
    await expect(again).rejects.toMatchObject({ fields: { siret: expect.stringMatching(/déjà/) } });
  });

  test("with wrong figures comes back with a sentence per field", async () => {
    const wrong = { name: " ", siret: "20004697700018", email: "x", phone: "12" };
    await expect(registerPartner(await createPerson(), wrong)).rejects.toMatchObject({
      fields: {
        name: expect.stringContaining("nom"),
        siret: expect.stringContaining("faute de frappe"),
        email: expect.stringContaining("en entier"),
        phone: expect.stringContaining("10 chiffres"),
      },
    });
  });

  test("is nobody else's business", async () => {
    const { body, clientId } = await createPartnerWithClient();
    const stranger = as((await createPerson()).id);
    for (const attempt of [
      () => getPartner(stranger, body.slug),
      () => getMember(stranger, body.id),
      () => getClient(stranger, body.id, clientId),
      () => createClient(stranger, body, clientInput()),
      () => updateClient(stranger, body, clientId, clientInput()),
      () => invite(stranger, body.id, { email: "a@b.fr", role: "owner" }),
      () => rotateSecret(stranger, clientId, 1),
    ])
      await expect.soft(attempt()).rejects.toMatchObject({ code: "not-found" });
    expect(await listMembers(stranger, body.id)).toEqual([]);
    expect(await listClients(stranger, body.id)).toEqual([]);
    expect(await findSecret(stranger, clientId)).toBeNull();
  });
});

describe("an invitation", () => {
  const invited = async (role: "owner" | "developer") => {
    const partner = await createPartnerWithClient();
    await invite(partner.ctx, partner.body.id, { email: "Paul@Piscines.fr", role });
    await runJobs();
    return { ...partner, link: mailedLink("/partenaires/invitation/") };
  };

  test("lets in whoever holds its link, once, with its role", async () => {
    const { body, link } = await invited("developer");
    expect(lastMail()).toMatchObject({ to: "paul@piscines.fr" });
    const [paul, other] = [await createPerson("Paul Petit"), await createPerson()];
    await expect(joinPartner(paul, { ...link, key: "x" })).rejects.toMatchObject({
      code: "conflict",
    });
    const both = await Promise.allSettled([paul, other].map((who) => joinPartner(who, link)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await listMembers(as(paul.id), body.id)).toHaveLength(
      both[0]?.status === "fulfilled" ? 2 : 0,
    );
  });

  test("withdrawn opens nothing", async () => {
    const { body, ctx, link } = await invited("owner");
    await withdrawInvitation(ctx, body.id, link.id);
    expect(await listInvitations(ctx, body.id)).toEqual([]);
    await expect(joinPartner(await createPerson(), link)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("a developer neither invites nor removes, but may leave; the last owner stays", async () => {
    const { body, ctx, owner, link } = await invited("developer");
    const paul = await createPerson("Paul Petit");
    await joinPartner(paul, link);
    const developer = as(paul.id);
    const given = invite(developer, body.id, { email: "z@z.fr", role: "owner" });
    await expect(given).rejects.toMatchObject({ code: "forbidden" });
    const removed = removeMember(developer, body.id, owner.id);
    await expect(removed).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeMember(ctx, body.id, owner.id)).rejects.toMatchObject({ code: "conflict" });
    await removeMember(developer, body.id, paul.id);
    await expect(getPartner(developer, body.slug)).rejects.toMatchObject({ code: "not-found" });
    const acts = await pool.select().from(events).where(eq(events.subjectId, body.id));
    expect(acts.map(({ action }) => action)).toContain("partner.remove-member");
  });
});

describe("a service of the sandbox", () => {
  test("works at once: the provider knows it, its notice says what it asks and why", async () => {
    const { clientId, body } = await createPartnerWithClient({
      backchannelLogoutUri: "http://localhost:8080/logout",
    });
    expect(await findClientMetadata(clientId)).toMatchObject({
      redirect_uris: ["http://localhost:8080/retour"],
      scope: "openid profile email",
      backchannel_logout_uri: "http://localhost:8080/logout",
      token_endpoint_auth_method: "client_secret_basic",
      client_secret: expect.stringMatching(/^[\w-]{43}$/),
    });
    const [row] = await pool.select().from(oidcClients).where(eq(oidcClients.id, clientId));
    expect(row).toMatchObject({ environment: "sandbox", organisationId: body.id });
    const found = await findNotice({ actor: { kind: "system", id: "test" } }, clientId);
    expect(found?.notice).toMatchObject({
      service: "Réservation des bassins",
      controller: body.name,
      items: [
        { id: "identity", required: true, why: expect.stringContaining("nom") },
        { id: "email", required: false },
      ],
    });
  });

  test("is refused with every error at once", async () => {
    const { ctx, body } = await createPartnerWithClient();
    const wrong = clientInput({
      name: "",
      redirectUris: "https://*.piscines.fr/",
      "motif.email": "",
      authentication: "private_key_jwt",
    });
    await expect(createClient(ctx, body, wrong)).rejects.toMatchObject({
      fields: {
        name: expect.any(String),
        redirectUris: expect.stringContaining("*"),
        "motif.email": expect.stringContaining("pourquoi"),
      },
    });
    const nothing = clientInput({ "besoin.identity": "none", "besoin.email": "none" });
    await expect(createClient(ctx, body, nothing)).rejects.toMatchObject({
      fields: { "besoin.identity": expect.any(String) },
    });
  });

  test("is changed, keeping its secret; its form shows what was typed", async () => {
    const { ctx, body, clientId } = await createPartnerWithClient();
    const before = await findSecret(ctx, clientId);
    const typed = await findTyped(ctx, await getClient(ctx, body.id, clientId));
    expect(typed).toMatchObject(clientInput());
    await updateClient(ctx, body, clientId, { ...typed, "besoin.email": "none", alg: "RS256" });
    expect(await findSecret(ctx, clientId)).toBe(before);
    expect(await findClientMetadata(clientId)).toMatchObject({
      scope: "openid profile",
      id_token_signed_response_alg: "RS256",
    });
  });
});

describe("the secret of a service", () => {
  test("changes without a gap, and cuts the old one when told to", async () => {
    const { ctx, clientId } = await createPartnerWithClient();
    const first = await findSecret(ctx, clientId);
    const second = await rotateSecret(ctx, clientId, 7);
    expect(await findClientMetadata(clientId)).toMatchObject({
      client_secret: second,
      previous_secret: first,
    });
    await cutPreviousSecret(ctx, clientId);
    const metadata = await findClientMetadata(clientId);
    expect(metadata).toMatchObject({ client_secret: second });
    expect(metadata).not.toHaveProperty("previous_secret");
    const row = only(await pool.select().from(oidcClients).where(eq(oidcClients.id, clientId)));
    expect(unseal("client-secret", row.secret ?? "")).toBe(second);
  });

  test("is shown for ten minutes, to whoever made it", () => {
    const now = Date.now();
    const token = showToken("essai-1", "a", now);
    expect(maySee(token, "essai-1", "a", now + 599_000)).toBe(true);
    expect(maySee(token, "essai-1", "a", now + 601_000)).toBe(false);
    expect(maySee(token, "essai-1", "b", now)).toBe(false);
    expect(maySee(token, "essai-2", "a", now)).toBe(false);
    expect(maySee(undefined, "essai-1", "a", now)).toBe(false);
  });
});
