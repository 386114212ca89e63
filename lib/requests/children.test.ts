import { describe, expect, test } from "vitest";
import { createOrganisation, createProvider, createUnit } from "@/db/test/factories";
import { rowOf, signedIn } from "@/db/test/filing";
import { formDefinition } from "@/lib/forms/schemas";
import { receiveStep } from "./commands/receive-step";
import { startRequest } from "./commands/start-request";

const FORM = formDefinition.parse({
  steps: [
    {
      id: "enfants",
      title: "Enfants",
      fields: [
        {
          id: "enfants",
          type: "repeat",
          label: "Enfants",
          itemLabel: "Enfant",
          addLabel: "Ajouter un enfant",
          child: { familyName: "nom", givenName: "prenom", birthdate: "naissance" },
          fields: [
            { id: "nom", type: "text", label: "Nom" },
            { id: "prenom", type: "text", label: "Prénom" },
            { id: "naissance", type: "date", label: "Naissance" },
          ],
        },
      ],
    },
  ],
});

const ines = {
  id: crypto.randomUUID(),
  givenName: "Inès",
  familyName: "Benali",
  birthdate: "2020-05-14",
  birthplace: "Bron",
};

async function pressed(button: string, household = [ines]) {
  const organisation = await createOrganisation();
  const unit = await createUnit(organisation.id);
  const { id: providerId } = await createProvider(organisation.id, unit.id, FORM);
  const ctx = await signedIn();
  const { reference } = await startRequest(ctx, { providerId });
  const form = new FormData();
  form.set("enfants", "1");
  form.set("_child", button);
  await receiveStep(ctx, { reference, stepId: "enfants" }, form, household);
  return rowOf(reference);
}

describe("the button of a child of the household", () => {
  test("fills the item, and the draft says that it comes from the account", async () => {
    const { typed, origins } = await pressed(`enfants:${ines.id}`);
    expect(typed).toMatchObject({
      "enfants.0.prenom": "Inès",
      "enfants.0.naissance": "14/05/2020",
    });
    expect(origins).toMatchObject({ "enfants.0.prenom": "account" });
  });

  test.for([
    ["a child that is not theirs", `enfants:${crypto.randomUUID()}`],
    ["another field", `autre:${ines.id}`],
    ["nothing", "enfants"],
  ] as const)("of %s fills nothing", async ([, button]) => {
    const { typed } = await pressed(button);
    expect(typed).toEqual({ enfants: "1" });
  });
});
