import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { FILTERS } from "./filters";
import { parseExpression } from "./parse";
import { parseTemplate } from "./parse-template";
import { printExpression, printTemplate } from "./print";
import { filtersOf } from "./references";
import { templateFiltersOf, unknownTagsOf } from "./template-references";

/** Exports of communes that run Publik, beside this repository on machines that have them. */
const FOLDER = "../shared/publik";
const isThere = existsSync(FOLDER);
const why = isThere ? "" : ` (skipped: no ${FOLDER})`;

const SIGNS: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** What an element of an export says, its entities read. */
const plain = (xml: string) =>
  xml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, tens, hexa, name) =>
      name
        ? (SIGNS[name] ?? all)
        : String.fromCodePoint(tens ? Number(tens) : Number.parseInt(hexa, 16)),
    );

const files = () =>
  globSync(`${FOLDER}/**/*`)
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, "utf8"));

const CONDITION = /<condition>\s*<type>django<\/type>\s*<value>([^<]*)<\/value>\s*<\/condition>/g;
const TEXT = />([^<>]*\{[{%][^<>]*)</g;

const found = (pattern: RegExp) =>
  files().flatMap((xml) => [...xml.matchAll(pattern)].map(([, text = ""]) => plain(text)));

const report = (what: string, ok: number, all: number, foreign: Iterable<string>) =>
  process.stdout.write(
    `${ok}/${all} ${what} of Publik parsed; to be connected: ${[...new Set(foreign)].join(", ")}\n`,
  );

test.skipIf(!isThere)(`every condition of Publik is read, and written again${why}`, () => {
  const sources = found(CONDITION);
  const parsed = sources.map((source) => ({ source, ...parseExpression(source) }));
  expect(parsed.flatMap((p) => (p.ok ? [] : [[p.source, p.message]]))).toEqual([]);
  const trees = parsed.flatMap((p) => (p.ok ? [p.tree] : []));
  for (const tree of trees)
    expect(parseExpression(printExpression(tree))).toEqual({ ok: true, tree });
  const foreign = trees.flatMap(filtersOf).filter((name) => !Object.hasOwn(FILTERS, name));
  report("conditions", trees.length, sources.length, foreign);
  expect(sources.length).toBeGreaterThan(800);
});

test.skipIf(!isThere)(`every template of Publik is read, and written again${why}`, () => {
  const sources = found(TEXT);
  const parsed = sources.map((source) => ({ source, ...parseTemplate(source) }));
  expect(parsed.flatMap((p) => (p.ok ? [] : [[p.source, p.message]]))).toEqual([]);
  const trees = parsed.flatMap((p) => (p.ok ? [p.tree] : []));
  for (const tree of trees) expect(parseTemplate(printTemplate(tree))).toEqual({ ok: true, tree });
  const foreign = trees.flatMap((tree) => [
    ...templateFiltersOf(tree).filter((name) => !Object.hasOwn(FILTERS, name)),
    ...unknownTagsOf(tree),
  ]);
  report("templates", trees.length, sources.length, foreign);
  expect(sources.length).toBeGreaterThan(1_500);
});
