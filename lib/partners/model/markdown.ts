import { frenchSpaces } from "@/lib/format/text";

/** A piece of a line: plain, code, strong, or a link. */
export type Inline = {
  at: number;
  kind: "text" | "code" | "strong" | "link";
  text: string;
  href?: string;
};

export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; isOrdered: boolean; items: string[] }
  | { kind: "code"; text: string }
  | { kind: "table"; head: string[]; rows: string[][] }
  | { kind: "sample"; name: string; path: string };

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** The pieces of a line; French spaces everywhere but in code. */
export function inlinesOf(line: string): Inline[] {
  const pieces: Inline[] = [];
  let at = 0;
  const plain = (text: string) => {
    if (text) pieces.push({ at, kind: "text", text: frenchSpaces(text) });
  };
  for (const match of line.matchAll(INLINE)) {
    const [whole, code, strong, label = "", href = ""] = match;
    plain(line.slice(at, match.index));
    at = match.index;
    if (code) pieces.push({ at, kind: "code", text: code });
    else if (strong) pieces.push({ at, kind: "strong", text: frenchSpaces(strong) });
    else pieces.push({ at, kind: "link", text: frenchSpaces(label), href });
    at += whole.length;
  }
  plain(line.slice(at));
  return pieces;
}

const cells = (row: string) =>
  row
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());

const LIST = /^(-|\d+\.) /;
const SAMPLE = /^\[([^\]]+)\]\((samples\/[^)]+)\)$/;

function blockOf(text: string): Block {
  const [, hashes, title = ""] = /^(#{1,3}) (.+)$/.exec(text) ?? [];
  if (hashes) return { kind: "heading", level: hashes.length as 1 | 2 | 3, text: title };
  const [, name = "", path] = SAMPLE.exec(text) ?? [];
  if (path) return { kind: "sample", name, path };
  const lines = text.split("\n");
  if (text.startsWith("|")) {
    const [head = "", , ...rows] = lines;
    return { kind: "table", head: cells(head), rows: rows.map(cells) };
  }
  if (LIST.test(text))
    return {
      kind: "list",
      isOrdered: /^\d/.test(text),
      items: lines.map((line) => line.replace(LIST, "")),
    };
  return { kind: "paragraph", text: lines.join(" ") };
}

/** The part of Markdown that our guide uses: titles, paragraphs, lists, tables, code, and samples to include. */
export const parseMarkdown = (source: string): Block[] =>
  source.split(/^```.*$/m).flatMap((part, index): Block[] =>
    index % 2 === 1
      ? [{ kind: "code", text: part.replace(/^\n|\n$/g, "") }]
      : part
          .trim()
          .split(/\n{2,}/)
          .filter(Boolean)
          .map(blockOf),
  );
