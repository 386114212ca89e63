import { pool } from "@/db/client";
import { residents } from "@/db/schema";
import { createClient as createPartnerClient } from "@/lib/partners/commands/clients";
import { registerPartner } from "@/lib/partners/commands/members";
import { only } from "./factories";

/** Somebody signed in on the portal, known there by a pairwise subject of their own. */
export async function createPerson(name = "Inès Roux", sub: string = crypto.randomUUID()) {
  const [givenName = "", familyName = ""] = name.split(" ");
  const email = `${crypto.randomUUID()}@exemple.fr`;
  const row = { sub, email, givenName, familyName };
  const { id } = only(await pool.insert(residents).values(row).returning());
  return { id, name, email };
}

const SIRETS = ["21690029000018", "55210055400013", "20004697700019"];
let next = 0;

export const partnerInput = (siret = SIRETS[next++ % SIRETS.length] ?? "") => ({
  name: "Piscines de l’Est",
  siret,
  email: "dsi@piscines.fr",
  phone: "04 65 71 20 20",
});

export const clientInput = (more: Record<string, string> = {}) => ({
  name: "Réservation des bassins",
  purpose: "réserver une ligne d’eau",
  refusal: "Si vous refusez, réservez par téléphone.",
  redirectUris: "http://localhost:8080/retour",
  postLogoutRedirectUris: "http://localhost:8080/",
  alg: "ES256",
  authentication: "client_secret_basic",
  "besoin.identity": "required",
  "motif.identity": "Pour vous appeler par votre nom à l’accueil.",
  "besoin.email": "optional",
  "motif.email": "Pour confirmer votre réservation.",
  ...more,
});

/** A partner with its owner and a service in the sandbox. */
export async function createPartnerWithClient(more: Record<string, string> = {}) {
  const owner = await createPerson();
  const { id, slug } = await registerPartner(owner, partnerInput());
  const ctx = { actor: { kind: "resident", id: owner.id } } as const;
  const body = { id, slug, name: partnerInput("").name };
  const clientId = await createPartnerClient(ctx, body, clientInput(more));
  return { owner, ctx, body, clientId };
}
