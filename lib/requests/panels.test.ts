import { beforeEach, describe, expect, test } from "vitest";
import { plus, ref, residentMover, status, way } from "@/db/test/flows";
import { forgetJobs } from "@/db/test/jobs";
import { begin, press } from "@/db/test/publish";
import { actions, beforeEachUnit, colleague, karim, owner, reload } from "@/db/test/treating";
import { fillPanel, fillPostedPanel } from "./commands/fill-panel";
import { pressButton } from "./commands/press-button";
import { flowSections, shownPanels } from "./model/panels";
import { followRequest } from "./queries/follow-request";
import { getRequest } from "./queries/get-request";

beforeEachUnit();
beforeEach(forgetJobs);

const text = (id: string, label: string) => ({ id, label, type: "text" as const });

/** The resident gives their IBAN; agents note what they think of it. */
const input = {
  ...plus({
    statuses: [
      status("asked", "awaiting_resident", {
        panels: [
          {
            type: "message",
            id: "m",
            to: ["resident"],
            tone: "warn",
            words: ["Bonjour ", { tag: "output", of: ref("nom") }],
          },
          {
            type: "form",
            id: "iban",
            by: ["resident"],
            label: "Votre compte",
            fields: [text("compte", "Compte")],
          },
          {
            type: "comment",
            id: "avis",
            by: ["agents"],
            label: "Avis",
            isRequired: true,
            field: "avis",
          },
        ],
      }),
    ],
    transitions: [
      way("need", ["sent"], "asked"),
      way("given", ["asked"], "study", { on: { by: "form", panel: "iban" } }),
      way("hurry", ["asked"], "sent", { on: { by: "resident" } }),
    ],
  }),
  fields: [text("avis", "Avis du service")],
};

async function asked() {
  const request = await begin(input);
  await press(request.reference, "need");
  return { ...request, revision: 1 };
}

const holder = { actor: owner };

describe("a sub-form", () => {
  test("is shown to whom it is asked, kept, told, and moves the request, once", async () => {
    const { id, reference, revision } = await asked();
    const { panels } = await followRequest(holder, reference);
    expect(panels).toMatchObject([
      { type: "message", text: "Bonjour Ferreira", tone: "warn" },
      { type: "form", id: "iban" },
    ]);
    const fill = () =>
      fillPanel(holder, { reference, revision, panel: "iban" }, { compte: " FR76 " });
    await Promise.all([fill(), fill()]);
    expect(await reload(id)).toMatchObject({
      statusId: "study",
      revision: 2,
      flow: { forms: { iban: { compte: "FR76" } } },
    });
    expect((await actions()).filter((action) => action === "request.fill")).toHaveLength(1);
    const sections = flowSections(await getRequest(karim, reference), "agent");
    expect(sections).toMatchObject([
      { title: "Votre compte", rows: [{ label: "Compte", lines: ["FR76"] }] },
    ]);
  });

  test("says what is missing, and changes nothing", async () => {
    const { id, reference, revision } = await asked();
    const act = fillPanel(holder, { reference, revision, panel: "iban" }, {});
    await expect(act).rejects.toMatchObject({
      code: "invalid",
      fields: { compte: expect.any(String) },
    });
    expect(await reload(id)).toMatchObject({ statusId: "asked", revision: 1 });
  });

  test("is nobody else's, and not filled where it is no longer asked", async () => {
    const { reference, revision } = await asked();
    const fill = { reference, revision, panel: "iban" };
    await expect(fillPanel(karim, fill, { compte: "x" })).rejects.toMatchObject({
      code: "conflict",
    });
    await pressButton(holder, { reference, revision, transition: "hurry", reason: "" });
    await expect(
      fillPanel(holder, { ...fill, revision: 2 }, { compte: "x" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  test("comes from a posted form", async () => {
    const { id, reference, revision } = await asked();
    const form = new FormData();
    form.set("compte", "FR14");
    await fillPostedPanel(holder, { reference, revision, panel: "iban" }, form);
    expect((await reload(id)).flow.forms).toEqual({ iban: { compte: "FR14" } });
  });
});

test("a comment is an agent's, goes to its internal field, and is not for the resident to read", async () => {
  const { reference, revision } = await asked();
  const fill = { reference, revision, panel: "avis" };
  await expect(fillPanel(karim, fill, { avis: " " })).rejects.toMatchObject({ code: "invalid" });
  await fillPanel(colleague, fill, { avis: "Favorable" });
  const request = await getRequest(karim, reference);
  expect(flowSections(request, "agent")).toMatchObject([
    { title: "Champs internes", rows: [{ lines: ["Favorable"] }] },
  ]);
  expect(flowSections(request, "resident")).toEqual([]);
  expect(shownPanels(request, residentMover).map(({ id }) => id)).toEqual(["m", "iban"]);
});

test("an applicant presses their own buttons, and no agent's", async () => {
  const { id, reference, revision } = await asked();
  expect((await followRequest(holder, reference)).moves).toMatchObject([{ id: "hurry" }]);
  const button = { reference, revision, reason: "" };
  await expect(pressButton(holder, { ...button, transition: "take" })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(pressButton(karim, { ...button, transition: "hurry" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await pressButton(holder, { ...button, transition: "hurry" });
  expect(await reload(id)).toMatchObject({ statusId: "sent", revision: 2 });
});
