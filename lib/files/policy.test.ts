import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { account, agent, resident, visitor } from "@/db/test/factories";
import { system } from "@/lib/auth/actor";
import { DEFAULT_ACCEPT, DEFAULT_MAX_BYTES } from "./model";
import { grantUpload, isOwner, readUploadToken, uploadToken } from "./policy";

const owner = resident();
const requestId = randomUUID();
const token = () => uploadToken(owner, requestId, { fieldId: "piece" });

afterEach(() => vi.useRealTimers());

const forged = (change: (grant: Record<string, unknown>) => object, signature?: string) => {
  const [text = "", signed = ""] = token().split(".");
  const grant = JSON.parse(Buffer.from(text, "base64url").toString());
  const body = Buffer.from(JSON.stringify(change(grant))).toString("base64url");
  return `${body}.${signature ?? signed}`;
};

describe("leave to send a file", () => {
  test("is read as it was given", () => {
    expect(readUploadToken(token())).toMatchObject({
      ownerKind: "resident",
      ownerId: owner.id,
      requestId,
      fieldId: "piece",
      accept: DEFAULT_ACCEPT,
      maxBytes: DEFAULT_MAX_BYTES,
    });
  });

  test.for<[string, (grant: Record<string, unknown>) => object]>([
    ["to another's request", (grant) => ({ ...grant, requestId: randomUUID() })],
    ["in another's name", (grant) => ({ ...grant, ownerId: randomUUID() })],
    ["as an agent", (grant) => ({ ...grant, ownerKind: "agent" })],
    ["something bigger", (grant) => ({ ...grant, maxBytes: 1e12 })],
    ["for longer", (grant) => ({ ...grant, expiresAt: Date.now() * 2 })],
    ["to another field", (grant) => ({ ...grant, fieldId: "autre" })],
  ])("is not leave to send %s", ([, change]) => {
    expect(readUploadToken(forged(change))).toBeNull();
    expect(readUploadToken(forged(change, ""))).toBeNull();
  });

  test.for(["", ".", "x.y", "{}", "null.null"])("is not « %s »", (given) => {
    expect(readUploadToken(given)).toBeNull();
  });

  test("is good for a day", () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const given = token();
    vi.advanceTimersByTime(24 * 3_600_000 - 1);
    expect(readUploadToken(given)).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(readUploadToken(given)).toBeNull();
  });

  test("is given neither to nobody, nor to those who send no file", () => {
    for (const actor of [visitor(), account(), system("test").actor])
      expect(() => grantUpload(actor, requestId, { fieldId: "piece" })).toThrow();
    expect(() => grantUpload(owner, "x", { fieldId: "piece" })).toThrow();
    expect(() => grantUpload(owner, requestId, { fieldId: "piece", accept: [] })).toThrow();
    expect(() => grantUpload(owner, requestId, { fieldId: "x", accept: ["text/html"] })).toThrow();
  });
});

test.for([
  ["its resident", owner, true],
  ["another resident", resident(), false],
  ["an agent of the same id", { ...agent(), id: owner.id }, false],
  ["a code that reads as the same id", visitor(owner.id), false],
] as const)("the file of a resident is %s's: %s", ([, actor, isTheirs]) => {
  expect(isOwner(actor, { ownerKind: "resident", ownerId: owner.id })).toBe(isTheirs);
});

test("nobody owns what nobody sent", () => {
  expect(isOwner(visitor(), { ownerKind: "visitor", ownerId: "" })).toBe(false);
});
