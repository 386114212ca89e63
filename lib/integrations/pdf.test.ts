import { expect, test } from "vitest";
import { renderPdf } from "./pdf";

/** All that a French text may hold, and the letters of our neighbours' names. */
const EVERY_LETTER = Array.from({ length: 0x17f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i))
  .filter((letter) => /[\p{L}\p{N}\p{P}\p{S} ]/u.test(letter))
  .concat([..."‘’“”…–—€œŒ·²³"])
  .join("");

const rendered = renderPdf({
  title: "Accusé de réception BRON-2026-4K7P2M",
  author: "Ville de Bron",
  footer: "Le Guichet",
  blocks: [
    { kind: "title", text: "Accusé de réception" },
    { kind: "facts", facts: [{ name: "Demandeur", lines: ["Łukasz Ünal", "北京 \u202f😀"] }] },
    { kind: "text", text: EVERY_LETTER },
    { kind: "heading", text: EVERY_LETTER },
    { kind: "list", items: ["Un", "Deux"] },
    { kind: "text", text: "mot ".repeat(3000) },
  ],
});
const source = async () => (await rendered).toString("latin1");

test("is tagged, in French, with a title and no font left outside", async () => {
  const pdf = await source();
  expect(pdf).toMatch(/^%PDF-1\.7/);
  for (const mark of ["/StructTreeRoot", "/Lang (fr-FR)", "/Marked true", "/DisplayDocTitle true"])
    expect(pdf).toContain(mark);
  expect(pdf).toContain("pdfuaid:part");
  for (const tag of ["/S /H1", "/S /L\n", "/S /LI", "/S /LBody", "/S /P"])
    expect(pdf).toContain(tag);
  const fonts = pdf.match(/\/BaseFont/g) ?? [];
  expect(fonts.length).toBeGreaterThan(0);
  expect(pdf).not.toContain("Helvetica");
  expect(pdf).toContain("/FontFile2");
});

test("runs over several pages when it must", async () => {
  expect((await source()).match(/\/Type \/Page\n/g)?.length).toBeGreaterThan(1);
});

test("a heading never ends a page: it goes over with what it announces", async () => {
  const pages = async (items: number, last: "text" | "heading") => {
    const list = Array.from({ length: items }, () => ({ kind: "text" as const, text: "Ligne" }));
    const pdf = await renderPdf({
      title: "Essai",
      author: "Ville de Bron",
      footer: "Le Guichet",
      blocks: [...list, { kind: last, text: "Fin" }],
    });
    return pdf.toString("latin1").match(/\/Type \/Page\n/g)?.length;
  };
  let fitting = 20;
  while ((await pages(fitting + 1, "text")) === 1) fitting += 1;
  expect(await pages(fitting - 1, "text")).toBe(1);
  expect(await pages(fitting - 1, "heading")).toBe(2);
  expect(await pages(fitting - 8, "heading")).toBe(1);
});
