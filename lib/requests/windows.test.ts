import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { ADDRESS, rowOf, signedIn, start } from "@/db/test/filing";
import { differences } from "@/lib/forms/model/differences";
import { receiveStep } from "./commands/receive-step";
import { saveStep, WRITTEN_ELSEWHERE } from "./commands/save-step";
import { getDraft } from "./queries/get-draft";

let ctx: Awaited<ReturnType<typeof signedIn>>;
let reference = "";

beforeEach(async () => {
  ctx = await signedIn();
  reference = await start(ctx);
});

const at = (commune: string) => ({ ...ADDRESS, "adresse.commune": commune });

/** A window on the step, as it is displayed now. */
async function open() {
  const from = { page: randomUUID(), since: (await rowOf(reference)).writtenFrom.lieu ?? "" };
  return {
    save: (commune: string) =>
      saveStep(ctx, { reference, stepId: "lieu", said: at(commune), from }),
    post: (commune: string, more: Record<string, string> = {}) => {
      const form = new FormData();
      const said = { ...at(commune), _page: from.page, _since: from.since, ...more };
      for (const [name, value] of Object.entries(said)) form.append(name, value);
      return receiveStep(ctx, { reference, stepId: "lieu" }, form);
    },
  };
}

const stored = async () => (await getDraft(ctx, reference)).typed["adresse.commune"];

describe("of two windows on one step", () => {
  test("the second to write is told, and writes over nothing", async () => {
    const [one, two] = [await open(), await open()];
    await one.save("Bron");
    await expect(two.save("Lyon")).rejects.toBe(WRITTEN_ELSEWHERE);
    expect(await two.post("Lyon")).toMatchObject({ unsaved: { "adresse.commune": ["Lyon"] } });
    expect(await stored()).toBe("Bron");
  });

  test("it writes once it has been displayed again, and then the first one is told", async () => {
    const one = await open();
    await one.save("Bron");
    await (await open()).save("Lyon");
    expect(await stored()).toBe("Lyon");
    await expect(one.save("Dardilly")).rejects.toBe(WRITTEN_ELSEWHERE);
  });

  test("one that says the same has nothing to be told, and takes nothing over", async () => {
    const [one, two] = [await open(), await open()];
    await one.save("Bron");
    await two.save("Bron");
    await one.save("Lyon");
    expect(await stored()).toBe("Lyon");
  });

  test("both writing at once, one does", async () => {
    const windows = await Promise.all([1, 2, 3].map(open));
    const outcomes = await Promise.allSettled(windows.map((one, n) => one.save(`Ville ${n}`)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("another step is another matter", async () => {
    const [one, two] = [await open(), await open()];
    const from = { page: randomUUID(), since: "" };
    await saveStep(ctx, { reference, stepId: "vous", said: { profil: "pro" }, from });
    await one.save("Bron");
    await expect(two.save("Lyon")).rejects.toBe(WRITTEN_ELSEWHERE);
  });
});

test("one window writes as often as it likes, whatever answer it never got, and after going back to it", async () => {
  const one = await open();
  for (const commune of ["B", "Br", "Bron"]) await one.save(commune);
  expect(await one.post("Lyon")).toMatchObject({ errors: {} });
  expect(await one.post("Dardilly", { _later: "oui" })).toMatchObject({ isLater: true });
  expect(await stored()).toBe("Dardilly");
});

test("a page from before, or a program, that does not say which display it is, writes", async () => {
  await (await open()).save("Bron");
  await saveStep(ctx, { reference, stepId: "lieu", said: at("Lyon") });
  expect(await stored()).toBe("Lyon");
});

test("what the other window wrote is shown where it differs, even what cannot be used", async () => {
  const { definition } = await getDraft(ctx, reference);
  const [, , step] = definition.steps;
  if (!step) throw new Error("no step");
  const shown = (before: Record<string, string>) =>
    differences(step, before, at("Lyon"), {}).map(({ label, lines }) => [label, ...lines]);
  expect(shown(at("Bron"))).toEqual([["Adresse", "12 rue de la Marne, 69500 Bron"]]);
  expect(shown({ ...at("Lyon"), "adresse.postalCode": "6950" })).toEqual([
    ["Adresse", "12 rue de la Marne", "6950", "Lyon"],
  ]);
  expect(shown({})).toEqual([["Adresse"]]);
  expect(shown(at("Lyon"))).toEqual([]);
});
