import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalisePhone } from "@/lib/accounts/model";
import { checkFields } from "@/lib/forms/model/checks";
import { parseDate } from "@/lib/forms/model/dates";
import { readPhone } from "@/lib/forms/model/kinds/texts";
import { field } from "@/lib/forms/schemas/fields";
import { csvLine } from "./csv";
import { formatDay, formatTypedDay, parseDay } from "./date";
import { mailBody } from "./mail";
import { formatBytes, formatNumber } from "./number";
import { formatPhone, phoneHref } from "./phone";
import { capitalise, frenchSpaces, heldTogether, lowerFirst } from "./text";

const FIRST = Date.UTC(1850, 0, 1);
const LAST = Date.UTC(2200, 11, 31);
const DAY_MS = 86_400_000;
const day = fc
  .integer({ min: 0, max: (LAST - FIRST) / DAY_MS })
  .map((n) => new Date(FIRST + n * DAY_MS).toISOString().slice(0, 10));

const anything = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));

const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, check), { numRuns: 200 });

describe("days", () => {
  test("any day that we write is read back, in figures or in words", () => {
    holds(day, (iso) => {
      for (const read of [parseDay, parseDate]) {
        expect(read(iso)).toBe(iso);
        expect(read(formatTypedDay(iso))).toBe(iso);
      }
      expect(parseDate(formatDay(iso))).toBe(iso);
      expect(parseDate(formatDay(iso).toUpperCase())).toBe(iso);
    });
  });

  test("any day is read however a French person writes it", () => {
    const writing = fc.tuple(day, fc.constantFrom(" ", "/", ".", "-"), fc.boolean());
    holds(writing, ([iso, sign, isShort]) => {
      const [year = "", month = "", date = ""] = iso.split("-");
      const parts = isShort ? [Number(date), Number(month), year] : [date, month, year];
      expect(parseDay(` ${parts.join(sign)} `)).toBe(iso);
      expect(parseDate(` ${parts.join(sign)} `)).toBe(iso);
      expect(parseDate(`${date}${month}${year}`)).toBe(iso);
    });
  });

  test("whatever is typed gives a day of the calendar or none", () => {
    const typed = fc.oneof(anything, fc.stringMatching(/^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$/));
    holds(typed, (text) => {
      for (const iso of [parseDay(text), parseDate(text)])
        if (iso !== null) expect(new Date(`${iso}T00:00:00Z`).toISOString()).toContain(iso);
    });
  });
});

describe("numbers", () => {
  test("a number that we write is read back, its spaces and comma with it", () => {
    const asked = [field.parse({ id: "n", label: "N", type: "number", decimals: 3, unit: "m" })];
    const read = (n: string) =>
      checkFields(asked, { n }, { today: "2027-03-01", before: {} }).answers.n;
    const thousandths = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 1000);
    holds(thousandths, (n) => {
      expect(read(formatNumber(n))).toBe(n);
      expect(read(`${formatNumber(n)} m`)).toBe(n);
    });
  });

  test("a size is said in the unit that keeps it under a thousand", () => {
    const turns = fc.constantFrom(0, 1, 2, 999, 999_499, 999_500, 999_949_999, 999_950_000);
    holds(fc.oneof(turns, fc.integer({ min: 0, max: 999_000_000_000 })), (bytes) => {
      const [, figure = "", unit = ""] =
        /^([\d,]+)\u00a0(octets?|ko|Mo|Go)$/.exec(formatBytes(bytes)) ?? [];
      expect(Number(figure.replace(",", "."))).toBeLessThan(1000);
      const scale = { octet: 1, octets: 1, ko: 1e3, Mo: 1e6, Go: 1e9 }[unit] ?? 0;
      expect(Math.abs(Number(figure.replace(",", ".")) * scale - bytes)).toBeLessThanOrEqual(
        scale / 2,
      );
    });
  });
});

describe("phones", () => {
  const french = fc.stringMatching(/^[1-9]\d{8}$/);
  const write = fc.constantFrom(
    (n: string) => `0${n}`,
    (n: string) => `+33${n}`,
    (n: string) => `0033 ${n}`,
    (n: string) => `+33 (0)${n}`,
    (n: string) => `0${n}`.replace(/(\d\d)(?=\d)/g, "$1 "),
    (n: string) => `0${n}`.replace(/(\d\d)(?=\d)/g, "$1."),
    (n: string) => `0${n}`.replace(/(\d\d)(?=\d)/g, "$1-"),
    (n: string) => formatPhone(`0${n}`),
  );

  test("a French number is the same however it is written, on both hosts", () => {
    holds(fc.tuple(french, write), ([digits, as]) => {
      const typed = as(digits);
      expect(readPhone(typed, "")).toEqual({ value: `+33${digits}` });
      expect(normalisePhone(typed)).toBe(`+33${digits}`);
      expect(phoneHref(typed)).toBe(`tel:+33${digits}`);
      expect(formatPhone(typed).replace(/\D/g, "")).toBe(`0${digits}`);
    });
  });

  test("what the account keeps, a form keeps the same", () => {
    const typed = fc.stringMatching(/^(\+|00|0)?[0-9 .()-]{6,18}$/);
    holds(typed, (text) => {
      const [account, form] = [normalisePhone(text), readPhone(text.trim(), "")];
      if (account !== null && "value" in form) expect(form.value).toBe(account);
    });
  });
});

/** RFC 4180, with semicolons. */
function readCsv(text: string) {
  const cells = [...text.matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)];
  expect(cells.map(([whole]) => whole).join("")).toBe(text);
  return cells.map(([, cell = ""]) => cell.replaceAll('""', '"'));
}

test("a line for spreadsheets holds every cell, and none of them is a formula", () => {
  const risky = fc
    .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", '"', ";", "\n", ""), anything)
    .map(([sign, text]) => sign + text);
  holds(fc.array(risky, { minLength: 1, maxLength: 5 }), (cells) => {
    const read = readCsv(csvLine(cells));
    expect(read).toHaveLength(cells.length);
    for (const [i, cell] of read.entries()) {
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect([cells[i], `'${cells[i]}`]).toContain(cell);
    }
  });
});

describe("texts", () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
  const sentence = fc
    .array(fc.constantFrom("Où", "«", "»", "?", ":", "8", "h", "30", "%", "!", "à-vous", ";"))
    .map((words) => words.join(" "));

  test("French spacing moves no letter, and done twice is done once", () => {
    holds(fc.oneof(sentence, anything), (text) => {
      expect(plain(frenchSpaces(text))).toBe(plain(text));
      expect(frenchSpaces(frenchSpaces(text))).toBe(frenchSpaces(text));
    });
  });

  test("a text cut into parts is the same text", () => {
    holds(fc.oneof(sentence, anything), (text) => {
      const parts = heldTogether(text);
      expect(parts.map(({ part }) => part).join("")).toBe(text);
      for (const { at, part } of parts) expect(text.slice(at, at + part.length)).toBe(part);
    });
  });

  test("only the first letter changes its case", () => {
    holds(fc.string(), (text) => {
      expect(capitalise(text).slice(1)).toBe(text.slice(1));
      expect(lowerFirst(text).slice(1)).toBe(text.slice(1));
    });
  });

  test("what people typed adds no mark-up to a letter", () => {
    const hostile = fc.oneof(
      anything,
      fc.constantFrom(
        "<script>alert(1)</script>",
        'https://x.example/"onmouseover="alert(1)',
        "https://x.example/<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
      ),
    );
    holds(fc.tuple(hostile, hostile), ([text, strong]) => {
      const { html } = mailBody([text, { strong }]);
      const tags = html.match(/<[^>]*>/g) ?? [];
      for (const tag of tags)
        expect(tag).toMatch(
          /^<(!doctype html|\/?(html|head|body|p|strong|a)|br|html lang="fr"|meta charset="utf-8"|body style="[^"]*"|p style="[^"]*"|a href="https?:[^"]*")>$/,
        );
    });
  });
});
