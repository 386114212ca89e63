const NAMED: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "’",
  nbsp: "\u00a0",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  euml: "ë",
  agrave: "à",
  acirc: "â",
  ccedil: "ç",
  ocirc: "ô",
  icirc: "î",
  iuml: "ï",
  ugrave: "ù",
  ucirc: "û",
  uuml: "ü",
  oelig: "œ",
  Eacute: "É",
  Egrave: "È",
  Ecirc: "Ê",
  Agrave: "À",
  Ccedil: "Ç",
  laquo: "«",
  raquo: "»",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  euro: "€",
  deg: "°",
  middot: "·",
  bull: "•",
};

function character(code: number) {
  const isOne = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isOne ? String.fromCodePoint(code) : " ";
}

const unescaped = (text: string) =>
  text
    .replace(/&#(\d{1,7});/g, (_, code) => character(Number(code)))
    .replace(/&#x([\da-f]{1,6});/gi, (_, code) => character(Number.parseInt(code, 16)))
    .replace(/&(\w{1,10});/g, (whole, name) => NAMED[name] ?? whole);

/** « la page (https://…) »: where a link leads is not lost. */
const withAddress = (_: string, address: string, words: string) => {
  const said = words.replace(/<[^<>]*>/g, "").trim();
  return said === address || !/^(https?:|mailto:|tel:|\{)/.test(address)
    ? said
    : `${said} (${address.replace(/^(mailto|tel):/, "")})`;
};

const isMarked = (text: string) => /<[a-z!/][^<>]*>|&#?\w{1,10};/i.test(text);

/** Without what stands between two marks; to the end when the second is missing. Reads the text once. */
function without(text: string, open: string, close: string): string {
  const kept: string[] = [];
  const small = text.toLowerCase();
  let at = 0;
  for (let start = small.indexOf(open); start >= 0; start = small.indexOf(open, at)) {
    kept.push(text.slice(at, start));
    const end = small.indexOf(close, start + open.length);
    at = end < 0 ? text.length : end + close.length;
  }
  return kept.join("") + text.slice(at);
}

const HIDDEN = [
  ["<!--", "-->"],
  ["<style", "</style>"],
  ["<script", "</script>"],
] as const;

/** The text of a piece of HTML, in paragraphs parted by an empty line. Text without marks is given back as it is. */
export function textOfHtml(html: string): string {
  if (!isMarked(html)) return html.trim();
  const bare = HIDDEN.reduce((text, [open, close]) => without(text, open, close), html);
  const text = bare
    .replace(/\s+/g, " ")
    .replace(
      /<a\b[^<>]{0,2000}?\bhref="([^"<>]{0,2000})"[^<>]{0,2000}>(.{0,1000}?)<\/a>/gi,
      withAddress,
    )
    .replace(/<li\b[^<>]*>/gi, "\n– ")
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<\/(p|div|h\d|ul|ol|table|section|blockquote)>/gi, "\n\n")
    .replace(/<[a-z!/][^<>]*>/gi, "");
  return unescaped(text)
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The same on one line, cut where a title or a label would end. */
export function lineOfHtml(html: string, most = 300): string {
  const line = textOfHtml(html).replace(/\s+/g, " ");
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
