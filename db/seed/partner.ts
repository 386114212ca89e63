import { pool } from "@/db/client";
import { residents } from "@/db/schema";
import { subjectFor } from "@/lib/connect/provider/subjects";
import { createClient } from "@/lib/partners/commands/clients";
import { registerPartner } from "@/lib/partners/commands/members";
import { DEMO_PARTNERS } from "./demo-accounts";

const ORGANISATION = {
  name: "Régie des bassins",
  siret: "21690029000018",
  email: "dsi@bassins.example",
  phone: "04 65 71 60 00",
};

const SERVICE = {
  name: "Réservation des bassins",
  purpose: "réserver une ligne d’eau",
  refusal: "Si vous refusez, réservez par téléphone ou au guichet.",
  redirectUris: "http://localhost:8080/retour",
  postLogoutRedirectUris: "http://localhost:8080/",
  backchannelLogoutUri: "http://localhost:8080/deconnexion-annoncee",
  alg: "ES256",
  authentication: "client_secret_basic",
  "besoin.identity": "required",
  "motif.identity": "Pour vous accueillir par votre nom.",
  "besoin.email": "optional",
  "motif.email": "Pour confirmer votre réservation.",
};

/** A partner with a developer, its test residents, and a service in the sandbox that the guide's samples fit. */
export async function seedPartner() {
  for (const { id, email, givenName, familyName } of DEMO_PARTNERS) {
    const sub = await subjectFor(id, "portal");
    const [resident] = await pool
      .insert(residents)
      .values({ sub, email, givenName, familyName })
      .returning({ id: residents.id });
    if (!resident) continue;
    const person = { id: resident.id, email, name: `${givenName} ${familyName}` };
    const { id: organisationId } = await registerPartner(person, ORGANISATION);
    const ctx = { actor: { kind: "resident", id: person.id } } as const;
    await createClient(ctx, { id: organisationId, name: ORGANISATION.name }, SERVICE);
  }
}
