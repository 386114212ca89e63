import { afterEach, expect, test, vi } from "vitest";
import { doneAt, readDone } from "./done";

const faitOf = (path: string) => new URL(path, "http://x.example").searchParams.get("fait");

afterEach(() => vi.useRealTimers());

test("what an action confirms is read back from the address", () => {
  const path = doneAt("/agents/demandes/BRON-1?vue=libres", "note");
  expect(path).toContain("/agents/demandes/BRON-1?vue=libres&fait=note.");
  expect(readDone(faitOf(path))).toMatchObject({
    text: "votre note est ajoutée.",
    see: { href: "#notes" },
  });
  expect(readDone(faitOf(doneAt("/x", "attribuees", 2)))?.text).toBe(
    "2\u00a0demandes vous sont attribuées.",
  );
});

test("the same thing done twice is said twice", () => {
  vi.useFakeTimers();
  const first = doneAt("/x", "message");
  vi.advanceTimersByTime(2);
  const second = doneAt("/x", "message");
  expect(second).not.toBe(first);
  expect(readDone(faitOf(second))?.key).not.toBe(readDone(faitOf(first))?.key);
});

test("an old address says nothing any more", () => {
  vi.useFakeTimers();
  const path = doneAt("/x", "message");
  vi.advanceTimersByTime(14 * 60_000);
  expect(readDone(faitOf(path))).not.toBeNull();
  vi.advanceTimersByTime(2 * 60_000);
  expect(readDone(faitOf(path))).toBeNull();
});

test.each([
  undefined,
  "",
  "message",
  "autre.zzzzzzzzz",
  "constructor.zzzzzzzzz",
  "Vous avez gagné.zzzzzzzzz",
  ["message.zzzzzzzzz"],
])("what we did not write is not shown: %j", (fait) => {
  expect(readDone(fait)).toBeNull();
});
