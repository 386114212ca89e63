import { expect, test } from "vitest";
import { createOrganisation, createProvider, createUnit } from "@/db/test/factories";
import { rowOf, signedIn } from "@/db/test/filing";
import type { Actor } from "@/lib/auth/actor";
import { when } from "@/lib/expressions/model/parse";
import { formDefinition } from "@/lib/forms/schemas";
import { saveStep } from "./commands/save-step";
import { startRequest } from "./commands/start-request";
import { submitRequest } from "./commands/submit-request";

const FORM = formDefinition.parse({
  steps: [
    {
      id: "foyer",
      title: "Foyer",
      fields: [
        { id: "adultes", label: "Adultes", type: "number" },
        {
          ...{ id: "ecole", label: "École", type: "text", required: false },
          prefill: { from: "former-request" },
        },
        {
          ...{ id: "nom", label: "Nom", type: "text", required: false },
          prefill: { from: "account", part: "familyName", locked: true },
        },
        {
          ...{ id: "lieu", label: "Lieu", type: "text", required: false },
          prefill: { from: "url", parameter: "place", locked: true },
        },
      ],
      exit: { when: when("adultes == 0"), title: "Il faut un adulte", text: "Voyez avec lui." },
    },
    {
      id: "fin",
      title: "Fin",
      fields: [{ id: "note", label: "Note", type: "text", required: false }],
    },
  ],
});

type Ctx = { actor: Actor };

async function provided() {
  const organisation = await createOrganisation();
  const unit = await createUnit(organisation.id);
  return (await createProvider(organisation.id, unit.id, FORM)).id;
}

const begin = async (ctx: Ctx, providerId: string, prefill = {}) =>
  (await startRequest(ctx, { providerId, prefill })).reference;

const save = (ctx: Ctx, reference: string, said: Record<string, string>) =>
  saveStep(ctx, { reference, stepId: "foyer", said });

test("a new request begins with what the same person answered last time, and nobody else", async () => {
  const [ctx, providerId] = [await signedIn(), await provided()];
  const first = await begin(ctx, providerId);
  await save(ctx, first, { adultes: "2", ecole: "Jean-Moulin" });
  await submitRequest(ctx, { reference: first, declared: true });
  const second = await rowOf(await begin(ctx, providerId));
  expect(second?.typed).toMatchObject({ ecole: "Jean-Moulin" });
  expect(second?.origins).toMatchObject({ ecole: "former" });
  const other = await rowOf(await begin(await signedIn(), providerId));
  expect(other?.typed).not.toHaveProperty("ecole");
});

test("what the form locks is kept, whatever is posted over it", async () => {
  const ctx = await signedIn();
  const reference = await begin(ctx, await provided(), { place: "Bron" });
  await save(ctx, reference, { adultes: "1", nom: "Eve", lieu: "Lyon" });
  expect((await rowOf(reference))?.typed).toMatchObject({ nom: "Benali", lieu: "Bron" });
});

test("answers that lead no further say so, and cannot be sent", async () => {
  const ctx = await signedIn();
  const reference = await begin(ctx, await provided());
  const saved = await save(ctx, reference, { adultes: "0" });
  expect(saved).toMatchObject({ errors: {}, exit: { title: "Il faut un adulte" }, next: null });
  await expect(submitRequest(ctx, { reference, declared: true })).rejects.toThrow();
  expect(await save(ctx, reference, { adultes: "1" })).toMatchObject({ exit: null, next: "fin" });
});
