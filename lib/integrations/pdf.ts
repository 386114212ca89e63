import "server-only";
import { join } from "node:path";
import { openSync } from "fontkit";
import PDFDocument from "pdfkit";

export type PdfBlock =
  | { kind: "title" | "heading" | "text"; text: string }
  | { kind: "facts"; facts: readonly { name: string; lines: readonly string[] }[] }
  | { kind: "list"; items: readonly string[] };

type Input = { title: string; author: string; footer: string; blocks: readonly PdfBlock[] };
type Pdf = InstanceType<typeof PDFDocument>;

const MARGIN = 56;
/** A heading never ends a page: two lines fit under it, in points. */
const ROOM_AFTER_HEADING = 90;
const SIZES = { title: 20, heading: 13, text: 11 } as const;
const INK = "#17262b";
const SOFT = "#4b5a5f";

const fontFile = (subset: string, weight: number) =>
  join(
    process.cwd(),
    "node_modules/@fontsource/atkinson-hyperlegible/files",
    `atkinson-hyperlegible-${subset}-${weight}-normal.woff`,
  );

const FONTS = {
  regular: fontFile("latin", 400),
  bold: fontFile("latin", 700),
  "regular-ext": fontFile("latin-ext", 400),
  "bold-ext": fontFile("latin-ext", 700),
} as const;

type Weight = "regular" | "bold";

const coverage = new Map<string, ReturnType<typeof openSync>>();

function covers(font: keyof typeof FONTS, letter: string) {
  const known = coverage.get(font) ?? openSync(FONTS[font]);
  coverage.set(font, known);
  return known.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
}

/** Cut where the font must change: accents of Central Europe are in another file; the rest reads « ? ». */
function runsOf(text: string, weight: Weight) {
  const runs: { font: keyof typeof FONTS; text: string }[] = [];
  for (const given of text.normalize("NFC").replaceAll("\u202f", "\u00a0")) {
    const isPlain = covers(weight, given);
    const isExtended = !isPlain && covers(`${weight}-ext`, given);
    const font = isExtended ? (`${weight}-ext` as const) : weight;
    const letter = isPlain || isExtended ? given : "?";
    const last = runs.at(-1);
    if (last?.font === font) last.text += letter;
    else runs.push({ font, text: letter });
  }
  return runs;
}

function write(doc: Pdf, text: string, weight: Weight, size: number, color = INK) {
  const runs = runsOf(text, weight);
  doc.fontSize(size).fillColor(color);
  runs.forEach((run, index) => {
    doc.font(run.font).text(run.text, { continued: index < runs.length - 1 });
  });
}

/** A tagged element holding one piece of text. */
const element = (doc: Pdf, tag: string, run: () => void) => doc.struct(tag, {}, run);

function addFacts(
  doc: Pdf,
  parent: PDFKit.PDFStructureElement,
  block: PdfBlock & { kind: "facts" },
) {
  for (const { name, lines } of block.facts) {
    parent.add(
      element(doc, "P", () => {
        doc.moveDown(0.5);
        write(doc, name, "bold", SIZES.text);
        for (const line of lines) write(doc, line || " ", "regular", SIZES.text);
      }),
    );
  }
}

function addBlock(doc: Pdf, parent: PDFKit.PDFStructureElement, block: PdfBlock) {
  switch (block.kind) {
    case "title":
      return parent.add(element(doc, "H1", () => write(doc, block.text, "bold", SIZES.title)));
    case "heading":
      return parent.add(
        element(doc, "H2", () => {
          if (doc.y > doc.page.maxY() - ROOM_AFTER_HEADING) doc.addPage();
          doc.moveDown(1.2);
          write(doc, block.text, "bold", SIZES.heading);
        }),
      );
    case "text":
      return parent.add(
        element(doc, "P", () => {
          doc.moveDown(0.5);
          write(doc, block.text, "regular", SIZES.text);
        }),
      );
    case "list": {
      const list = doc.struct("L");
      parent.add(list);
      for (const [index, item] of block.items.entries()) {
        const body = element(doc, "LBody", () => {
          doc.moveDown(0.4);
          write(doc, `${index + 1}. ${item}`, "regular", SIZES.text);
        });
        list.add(doc.struct("LI", {}, [body]));
      }
      return list.end();
    }
    case "facts":
      return addFacts(doc, parent, block);
  }
}

/** « reference · page 1 sur 2 » under every page: decoration, which a screen reader skips. */
function addFooters(doc: Pdf, footer: string) {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    doc.markContent("Artifact", { type: "Pagination" });
    const bottom = doc.page.margins.bottom;
    doc.page.margins.bottom = 0;
    doc
      .font("regular")
      .fontSize(9)
      .fillColor(SOFT)
      .text(`${footer} · page ${page + 1} sur ${count}`, MARGIN, doc.page.height - 36, {
        lineBreak: false,
      });
    doc.page.margins.bottom = bottom;
    doc.endMarkedContent();
  }
}

/** A tagged PDF/UA in French, its font embedded: readable by a screen reader, a printer and in ten years. */
export function renderPdf({ title, author, footer, blocks }: Input): Promise<Buffer> {
  const doc = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    pdfVersion: "1.7",
    // The types lag behind pdfkit 0.20.
    subset: "PDF/UA" as "PDF/A-3a",
    tagged: true,
    lang: "fr-FR",
    displayTitle: true,
    bufferPages: true,
    font: FONTS.regular,
    info: { Title: title, Author: author },
  });
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, file);
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  const root = doc.struct("Document");
  doc.addStructure(root);
  for (const block of blocks) addBlock(doc, root, block);
  root.end();
  addFooters(doc, footer);
  doc.end();
  return done;
}
