import { frenchSpaces } from "./text";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const withLinks = (text: string) =>
  escapeHtml(text)
    .replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`)
    .replace(/\n/g, "<br>");

const isName = (text: string) => /^[\p{L}\p{M}’' .-]{1,80}$/u.test(text) && !/\.\S/.test(text);

/**
 * « Bonjour Samira Benali, ». Anybody may have a letter sent to anybody through a form: what is not plainly
 * a name (an address, a sentence with figures) is not repeated.
 */
export const greeting = (name: string | null) =>
  name && isName(name) ? `Bonjour ${name},` : "Bonjour,";

/** A name that somebody chose, in a letter to somebody else: repeated only if it is plainly one. */
export const plainName = (name: string | null, otherwise: string) =>
  name && isName(name) ? name : otherwise;

/** A letter as text and as plain html, the same words in both; `strong` paragraphs stand out (a code). */
export function mailBody(paragraphs: readonly (string | { strong: string })[]) {
  const plain = paragraphs.map((p) => (typeof p === "string" ? frenchSpaces(p) : p.strong));
  const rich = paragraphs.map((p) =>
    typeof p === "string"
      ? `<p>${withLinks(frenchSpaces(p))}</p>`
      : `<p style="font-size:1.75em;letter-spacing:.08em"><strong>${escapeHtml(p.strong)}</strong></p>`,
  );
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"></head><body style="font:1rem/1.5 Verdana,sans-serif;max-width:40rem">\n${rich.join("\n")}\n</body></html>`;
  return { text: `${plain.join("\n\n")}\n`, html };
}
