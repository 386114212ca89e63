import { expect, test } from "vitest";
import { unfinished } from "@/lib/forms/model";
import { asDay } from "@/lib/requests/model";
import { Clock } from "./clock";
import { REQUESTS } from "./list";
import { fillIn } from "./requests";
import { Telling } from "./tell";

const NOW = new Date("2026-11-22T10:00:00Z");

test("each form of the demo was filled in without a mistake", () => {
  REQUESTS.forEach((seed, rank) => {
    const { sentAt } = new Clock(NOW, seed.ago, rank);
    const { definition, typed } = fillIn(seed, rank, sentAt);
    expect
      .soft(unfinished(definition, typed, asDay(sentAt)), `${seed.procedure} ${rank}`)
      .toEqual([]);
  });
});

test("nothing of the demo happens in the future, nor before it was sent", () => {
  for (const [rank, seed] of REQUESTS.entries()) {
    const { events: told } = new Telling(seed, rank, NOW);
    const times = told.map(({ at }) => at?.getTime() ?? 0);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThan(NOW.getTime());
  }
});

test("the same day gives the same demo", () => {
  const tell = () => REQUESTS.map((seed, rank) => new Telling(seed, rank, NOW).request);
  expect(tell()).toEqual(tell());
});
