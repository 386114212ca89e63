import { cookies } from "next/headers";
import { beforeEach, expect, test, vi } from "vitest";
import { createRequest } from "@/db/test/factories";
import { listHeld } from "@/lib/requests/queries/find-tracked";
import { getFilingContext } from "./session";
import {
  findTrackingHash,
  forgetTrackingCode,
  forgetTrackingCodes,
  hashTrackingCode,
  heldTrackingCode,
  heldTrackingCodes,
  keepTrackingCodes,
  rememberTrackingCode,
  trackingCodeFrom,
} from "./tracking";

// The browser: Next gives its cookies inside a request only.
vi.mock("next/headers", () => ({ cookies: vi.fn() }));

const jar = new Map<string, string>();

beforeEach(() => {
  jar.clear();
  vi.mocked(cookies).mockResolvedValue({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
    delete: (name: string) => jar.delete(name),
  } as never);
});

const codes = Array.from({ length: 10 }, (_, n) => trackingCodeFrom(String(n)));
const [first = "", second = ""] = codes;

/** Filed without an account, in this browser. */
async function file(code: string) {
  await rememberTrackingCode(code);
  return (await createRequest({ trackingHash: hashTrackingCode(code) })).reference;
}

test("a browser holds several codes, the last opened first, the oldest out", async () => {
  for (const code of codes) await rememberTrackingCode(code);
  expect(await heldTrackingCodes()).toEqual(codes.slice(2).reverse());
  await rememberTrackingCode(codes[4] ?? "");
  await keepTrackingCodes();
  expect(await heldTrackingCodes()).toHaveLength(8);
  expect((await heldTrackingCodes())[0]).toBe(codes[4]);
});

test("each request is opened by its own code, in whatever order they were opened", async () => {
  const references = [await file(first), await file(second)];
  for (const [n, reference] of references.entries()) {
    const hash = hashTrackingCode(codes[n] ?? "");
    expect(await getFilingContext(reference)).toEqual({ actor: { kind: "visitor", id: hash } });
    expect(await heldTrackingCode(hash)).toBe(codes[n]);
  }
  expect((await listHeld()).map(({ reference, code }) => [reference, code])).toEqual([
    [references[1], second],
    [references[0], first],
  ]);
});

test("closed, one is forgotten and the others stay; pressed again, nothing more is", async () => {
  const [one, two] = [await file(first), await file(second)];
  for (const _ of ["pressed", "again"]) await forgetTrackingCode(await findTrackingHash(one));
  expect((await listHeld()).map(({ reference }) => reference)).toEqual([two]);
  await forgetTrackingCodes();
  expect(jar.size).toBe(0);
  expect(await getFilingContext(two)).toEqual({ actor: { kind: "visitor", id: "" } });
});

test("somebody else's request is opened by none of them, and a cookie made up opens nothing", async () => {
  await file(first);
  const { reference } = await createRequest({ trackingHash: hashTrackingCode(second) });
  expect(await findTrackingHash(reference)).toBe("");
  for (const value of ["x", "....", "0000-0000-0000", `${second.slice(0, 13)}0`]) {
    jar.set("suivi", value);
    expect(await findTrackingHash(reference)).toBe("");
    expect(await listHeld()).toEqual([]);
  }
});
