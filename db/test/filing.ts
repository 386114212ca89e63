import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { pool } from "@/db/client";
import { requests, residents } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { when } from "@/lib/expressions/model/parse";
import { formDefinition } from "@/lib/forms/schemas";
import { saveStep } from "@/lib/requests/commands/save-step";
import { startRequest } from "@/lib/requests/commands/start-request";
import { createOrganisation, createProvider, createUnit, only, resident } from "./factories";

const FORM = formDefinition.parse({
  steps: [
    {
      id: "vous",
      title: "Vous",
      fields: [
        {
          id: "identite",
          type: "identity",
          parts: ["familyName", "givenName", "birthdate", "email"],
        },
        {
          id: "profil",
          label: "Profil",
          type: "choice",
          options: [
            { value: "habitant", label: "Habitant" },
            { value: "pro", label: "Professionnel" },
          ],
        },
      ],
    },
    {
      id: "entreprise",
      title: "Entreprise",
      visibleIf: when('profil == "pro"'),
      fields: [{ id: "raison", label: "Raison sociale", type: "text" }],
    },
    {
      id: "lieu",
      title: "Lieu",
      fields: [
        { id: "adresse", label: "Adresse", type: "address" },
        { id: "piece", label: "Justificatif", type: "file", required: false },
      ],
    },
  ],
});

export const IDENTITY = {
  "identite.familyName": "Benali",
  "identite.givenName": "Samira",
  "identite.birthdate": "18/05/1989",
  "identite.email": "samira@exemple.fr",
};
export const ADDRESS = {
  "adresse.street": "12 rue de la Marne",
  "adresse.postalCode": "69500",
  "adresse.commune": "Bron",
};

export async function createParking() {
  const organisation = await createOrganisation({ code: "BRON" });
  const unit = await createUnit(organisation.id);
  return createProvider(organisation.id, unit.id, FORM);
}

export async function signedIn(claims: Record<string, unknown> = {}) {
  const values = { sub: randomUUID(), email: "samira@exemple.fr", familyName: "Benali" };
  const row = only(
    await pool
      .insert(residents)
      .values({ ...values, givenName: "Samira", claims })
      .returning(),
  );
  return { actor: resident(row.id) };
}

export const start = async (ctx: { actor: Actor }, prefill = {}) =>
  (await startRequest(ctx, { providerId: (await createParking()).id, prefill })).reference;

export async function fill(
  ctx: { actor: Actor },
  reference: string,
  more: Record<string, string> = {},
) {
  await saveStep(ctx, { reference, stepId: "vous", said: { ...IDENTITY, profil: "habitant" } });
  await saveStep(ctx, { reference, stepId: "lieu", said: { ...ADDRESS, ...more } });
}

export const rowOf = async (reference: string) =>
  only(await pool.select().from(requests).where(eq(requests.reference, reference)));
