import { expect, test } from "vitest";
import { gathered } from "./gather";

/** Doubles numbers; says which it was given together. */
function doubling(refuses: (n: number) => boolean = () => false) {
  const goes: number[][] = [];
  const double = gathered(async (inputs: readonly number[]) => {
    goes.push([...inputs]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (inputs.some(refuses)) throw new Error(`refused among ${inputs}`);
    return inputs.map((n) => 2 * n);
  });
  return { double, goes };
}

test("what is asked for at the same moment is done in one go, each given its own", async () => {
  const { double, goes } = doubling();
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(goes).toEqual([[1, 2, 3]]);
});

test("what is asked for while others are under way is never answered from before", async () => {
  const { double, goes } = doubling();
  const first = double(1);
  await new Promise((resolve) => setTimeout(resolve, 1));
  await Promise.all([first, double(1)]);
  expect(goes).toEqual([[1], [1]]);
});

test("more than can be done at once is done in several goes", async () => {
  const { double, goes } = doubling();
  const many = Array.from({ length: 150 }, (_, n) => n);
  expect(await Promise.all(many.map(double))).toEqual(many.map((n) => 2 * n));
  expect(goes.length).toBe(3);
});

test("what fails makes nobody else fail", async () => {
  const { double } = doubling((n) => n === 2);
  const answers = await Promise.allSettled([1, 2, 3].map(double));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await double(4)).toBe(8);
});
