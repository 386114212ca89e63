import { pool } from "@/db/client";
import {
  accountCodes,
  accountDevices,
  certifiedIdentities,
  communeAliases,
  communes,
  consentRecords,
  dataAccesses,
  deliveries,
  events,
  files,
  heartbeats,
  identifications,
  importedParts,
  lists,
  logoutDeliveries,
  messages,
  notes,
  oidcArtifacts,
  oidcKeys,
  oidcResources,
  pairwiseSubjects,
  passkeyChallenges,
  passkeys,
  pendingSignIns,
  portalSessions,
  postedForms,
  recoveryCodes,
  residents,
  seenLogoutTokens,
  sessionDevices,
  streets,
  supplements,
  throttles,
  totpAuthenticators,
} from "@/db/schema";
import { system } from "@/lib/auth/actor";
import { findNotice } from "@/lib/consents/queries";
import { createAccount, createClient } from "./connect";
import {
  account,
  agent,
  createAgent,
  createOrganisation,
  createRequest,
  createUnit,
  only,
  resident,
  visitor,
} from "./factories";
import { createFamily } from "./family";
import { createLifecycle } from "./lifecycle";
import { createPartner } from "./partner";

const HOUR_MS = 3_600_000;
const soon = () => new Date(Date.now() + HOUR_MS);

async function createHolder() {
  const row = { sub: "s", email: "samira@exemple.fr", givenName: "Samira", familyName: "Benali" };
  const { id } = only(await pool.insert(residents).values(row).returning());
  await pool
    .insert(portalSessions)
    .values({ residentId: id, sub: "s", tokens: "x", expiresAt: soon() });
  await pool
    .insert(postedForms)
    .values({ visitor: "v", values: { nom: "Benali" }, errors: [], expiresAt: soon() });
  return id;
}

type Sent = { requestId: string; residentId: string; agentId: string };

/** All that hangs on a request. */
async function createExchange({ requestId, residentId, agentId }: Sent) {
  const body = "Bonjour";
  await pool
    .insert(messages)
    .values({ requestId, authorKind: "agent", authorId: agentId, authorName: "Karim H.", body });
  await pool
    .insert(supplements)
    .values({ requestId, agentId, question: "Quelle plaque ?", dueAt: soon() });
  await pool.insert(notes).values({ requestId, agentId, agentName: "Karim H.", body });
  await pool.insert(deliveries).values({ template: "acknowledgement", subjectId: requestId });
  await pool.insert(events).values({
    action: "request.submit",
    actorKind: "agent",
    actorId: agentId,
    subjectId: requestId,
  });
  await pool.insert(files).values({
    requestId,
    ownerKind: "resident",
    ownerId: residentId,
    name: "a.pdf",
    mediaType: "application/pdf",
    size: 3,
    sha256: "",
    storageKey: "a",
  });
}

/** All that proves who somebody is. */
async function createFactors(accountId: string) {
  await pool.insert(totpAuthenticators).values({ accountId, secret: "x" });
  await pool.insert(recoveryCodes).values({ accountId, hash: "h" });
  await pool.insert(passkeys).values({
    accountId,
    credentialId: "c",
    publicKey: "k",
    counter: 0,
    transports: [],
    isSynced: false,
    name: "Téléphone",
  });
  const step = { browserHash: "b", expiresAt: soon() };
  await pool.insert(passkeyChallenges).values({ ...step, purpose: "sign-in", challenge: "c" });
  await pool
    .insert(pendingSignIns)
    .values({ ...step, accountId, suite: "/compte", amr: [], isShared: false, isProven: false });
}

/** Who the State says they are. */
async function createIdentity(accountId: string) {
  await pool.insert(certifiedIdentities).values({
    accountId,
    issuer: "https://franceconnect.example",
    subject: "s",
    acr: "eidas1",
    pivot: {
      givenNames: ["Samira"],
      familyName: "BENALI",
      gender: "female",
      birthdate: "1988-04-17",
      birthplace: "69382",
      birthcountry: "99100",
    },
  });
  const way = { purpose: "certify", suite: "/compte", nonce: "n", expiresAt: soon() } as const;
  await pool
    .insert(identifications)
    .values({ ...way, accountId, stateHash: "s", browserHash: "b" });
}

/** All that the account host knows of a person. */
async function createSignedIn() {
  const [{ id: accountId }, client] = [await createAccount(), await createClient("piscines")];
  const clientId = client.id;
  const noticeId = (await findNotice(system("test"), clientId))?.id ?? "";
  const items = ["identity"];
  const consent = {
    accountId,
    clientId,
    noticeId,
    items,
    text: "x",
    place: "consent-page",
  } as const;
  const { id: consentId } = only(
    await pool
      .insert(consentRecords)
      .values({ ...consent, act: "given" })
      .returning(),
  );
  await pool.insert(dataAccesses).values({ accountId, clientId, consentId, items });
  await pool
    .insert(accountCodes)
    .values({ kind: "change-email", accountId, email: "neuf@exemple.fr", expiresAt: soon() });
  const device = only(
    await pool
      .insert(accountDevices)
      .values({ accountId, browser: "b", name: "Firefox sur Windows" })
      .returning(),
  );
  await pool
    .insert(sessionDevices)
    .values({ uid: "u", accountId, deviceId: device.id, name: device.name });
  await createFactors(accountId);
  await createIdentity(accountId);
  await pool.insert(throttles).values({
    key: "k",
    failures: 1,
    blockedUntil: soon(),
    seenAt: new Date(),
  });
  await pool.insert(oidcArtifacts).values({ model: "Session", id: "i", payload: {}, accountId });
  await pool.insert(oidcKeys).values({ alg: "ES256", state: "current", jwk: "x" });
  await pool.insert(pairwiseSubjects).values({ accountId, sector: "piscines" });
  await pool
    .insert(oidcResources)
    .values({ uri: "https://api.example/", name: "API", scopes: ["read"], clientId });
  await pool.insert(logoutDeliveries).values({ clientId, state: "delivered" });
  await pool.insert(seenLogoutTokens).values({ jti: "j", expiresAt: soon() });
  return accountId;
}

async function createPlaces() {
  const bron = { insee: "69029", name: "Bron", slug: "bron", population: 1, longitude: 0 };
  await pool.insert(communes).values({ ...bron, latitude: 0 });
  await pool
    .insert(communeAliases)
    .values({ insee: "1", name: "Vieux Bron", communeInsee: "69029" });
  const street = { insee: "69029", name: "Rue X", postalCode: "69500", words: "rue x bron 69500" };
  await pool.insert(streets).values(street);
  await pool.insert(heartbeats).values({ name: "worker", at: new Date() });
}

/** One row at least in every table, about one person; and everybody who may come near it. */
export async function createWorld() {
  const organisationId = (await createOrganisation()).id;
  const [unitId, otherUnitId] = [
    (await createUnit(organisationId)).id,
    (await createUnit(organisationId, "Propreté")).id,
  ];
  const treating = await createAgent(organisationId, [unitId]);
  const residentId = await createHolder();
  const trackingHash = "a".repeat(64);
  const place = { organisationId, unitId, residentId, trackingHash };
  const { id: requestId } = await createRequest({ ...place, assigneeId: treating.id });
  await createRequest({ ...place, status: "draft", submittedAt: null });
  await createExchange({ requestId, residentId, agentId: treating.id });
  await createPlaces();
  const accountId = await createSignedIn();
  await createLifecycle(accountId, organisationId, treating.id);
  const list = { key: "ecoles", title: "Écoles", source: { kind: "rows" } } as const;
  await pool.insert(lists).values({ organisationId, ...list });
  const part = { kind: "form", slug: "pret", version: 1, title: "Prêt", digest: "d" } as const;
  await pool.insert(importedParts).values({ organisationId, ...part, content: {}, isSound: true });
  const developerId = await createPartner("piscines", accountId);
  const { id: metropoleId } = await createOrganisation({ kind: "metropole" });
  await createFamily(accountId);
  return {
    actors: {
      nobody: visitor(),
      holder: visitor(trackingHash),
      stranger: visitor("b".repeat(64)),
      resident: resident(residentId),
      neighbour: resident(),
      agent: treating,
      colleague: agent([otherUnitId], organisationId),
      outsider: agent(),
      administrator: agent([], organisationId, "administrator"),
      dpo: agent([], organisationId, "dpo"),
      developer: resident(developerId),
      reviewer: agent([], metropoleId, "administrator"),
      account: account(accountId),
      namesake: account(residentId),
      system: system("test").actor,
    },
  };
}
