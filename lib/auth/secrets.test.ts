import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { readTrackingCode } from "@/lib/requests/model";
import { codeOf, deliveryOf, isSame, keyOf } from "./one-time";
import { localPath } from "./return-path";
import { deriveSecret, hashToken, seal, unseal } from "./secrets";
import { hashTrackingCode, trackingCodeFrom } from "./tracking";

const text = fc.string({ unit: "binary" }).map((given) => given.toWellFormed());

const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, check), { numRuns: 200 });

describe("what is sealed", () => {
  test("opens for its purpose as it was, and never looks the same twice", () => {
    holds(text, (secret) => {
      expect(unseal("tokens", seal("tokens", secret))).toBe(secret);
      expect(seal("tokens", secret)).not.toBe(seal("tokens", secret));
    });
  });

  test("opens for no other purpose, nor once a single bit has changed", () => {
    holds(fc.tuple(text, fc.nat(), fc.nat(7)), ([secret, at, bit]) => {
      const sealed = seal("tokens", secret);
      expect(() => unseal("client-secret", sealed)).toThrow();
      const bytes = Buffer.from(sealed, "base64url");
      const index = at % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
      expect(() => unseal("tokens", bytes.toString("base64url"))).toThrow();
    });
  });

  test("does not open when it is cut short", () => {
    holds(fc.tuple(text, fc.nat()), ([secret, at]) => {
      const bytes = Buffer.from(seal("tokens", secret), "base64url");
      const cut = bytes.subarray(0, at % bytes.length).toString("base64url");
      expect(() => unseal("tokens", cut)).toThrow();
    });
  });

  test("each purpose has a secret of its own, and a token cannot be read in its hash", () => {
    holds(fc.tuple(text, text), ([a, b]) => {
      expect(deriveSecret(a) === deriveSecret(b)).toBe(a === b);
      expect(hashToken(a) === hashToken(b)).toBe(a === b);
      expect(hashToken(a)).toMatch(/^[\w-]{43}$/);
    });
  });
});

describe("tracking codes", () => {
  test("are read as they were given, and two requests never share one", () => {
    holds(fc.tuple(text, text), ([a, b]) => {
      const code = trackingCodeFrom(a);
      expect(readTrackingCode(code)).toBe(code);
      expect(trackingCodeFrom(a)).toBe(code);
      expect(trackingCodeFrom(b) === code).toBe(a === b);
      expect(hashTrackingCode(code)).toMatch(/^[0-9a-f]{64}$/);
    });
  });

  test("use all the letters alike: none can be left out by who guesses", () => {
    const counts = new Map<string, number>();
    const codes = Array.from({ length: 2000 }, (_, i) => trackingCodeFrom(`seed ${i}`));
    for (const letter of codes.join("").replaceAll("-", ""))
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(32);
    for (const [letter, count] of counts) {
      expect(count, letter).toBeGreaterThan(750 * 0.8);
      expect(count, letter).toBeLessThan(750 * 1.2);
    }
  });

  test("what cannot be a code is none, whatever is typed", () => {
    holds(text, (typed) => {
      const code = readTrackingCode(typed);
      if (code !== null) {
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readTrackingCode(code)).toBe(code);
      }
    });
  });
});

describe("codes sent by mail", () => {
  const sent = fc.record({ id: fc.uuid(), sendings: fc.integer({ min: 1, max: 1000 }) });

  test("have their digits, change at each sending, and name one message each", () => {
    holds(sent, ({ id, sendings }) => {
      const [first, again] = [
        { id, sendings },
        { id, sendings: sendings + 1 },
      ];
      for (const digits of [6, 8])
        expect(codeOf(first, digits)).toMatch(new RegExp(`^\\d{${digits}}$`));
      expect(codeOf(first, 8)).toBe(codeOf({ ...first }, 8));
      expect(keyOf(first)).not.toBe(keyOf(again));
      expect(deliveryOf(first)).not.toBe(deliveryOf(again));
      expect(z.uuid().safeParse(deliveryOf(first)).success).toBe(true);
      expect(keyOf(first)).not.toContain(codeOf(first, 6));
    });
  });

  test("are compared whole", () => {
    holds(fc.tuple(text, text), ([a, b]) => {
      expect(isSame(a, a)).toBe(true);
      expect(isSame(a, b)).toBe(a === b);
      expect(isSame(a, `${a}0`)).toBe(false);
    });
  });
});

describe("the way back after signing in", () => {
  const SIGNS = [
    "/",
    "\\",
    ".",
    "..",
    "//",
    "@",
    ":",
    "?",
    "#",
    "\t",
    "\n",
    "%2f",
    "%5c",
    "evil.example",
  ];
  const path = fc
    .array(fc.oneof(fc.constantFrom(...SIGNS, "mes-demandes", "http:", "javascript:"), fc.string()))
    .map((parts) => parts.join(""));

  test("stays on this site, whatever the link says and however often it is read", () => {
    holds(
      fc.oneof(
        path,
        path.map((p) => `/${p}`),
      ),
      (given) => {
        const local = localPath(given);
        const read = new URL(local, "https://portail.example");
        expect(read.origin).toBe("https://portail.example");
        expect(local).toMatch(/^\/(?![/\\])/);
        expect(localPath(local)).toBe(local);
      },
    );
  });

  test.for([
    ["/mes-demandes/BRON-2026-4K7P2M?fait=note#a", "/mes-demandes/BRON-2026-4K7P2M?fait=note#a"],
    ["https://evil.example/", "/"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["/.//evil.example", "/"],
    ["mes-demandes", "/"],
    [undefined, "/"],
    [["/a"], "/"],
  ])("%j leads to %s", ([given, local]) => {
    expect(localPath(given)).toBe(local);
  });
});
