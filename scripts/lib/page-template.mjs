// A rendered page, cut where something is its reader's alone, and filled again for another reader.
import { CSRF_TOKEN, csrfTokenFor } from "../../lib/auth/csrf-token.ts";

const HALF = 16;

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Next sends the data of a page in several scripts, cut anywhere, even in the middle of a token. */
const inOneScript = (html, nonce) =>
  html.replaceAll(`"])</script><script nonce="${nonce}">self.__next_f.push([1,"`, "");

/**
 * The text in pieces (buffers), between which stand the names of what is its reader's: `nonce`,
 * `requestId`, `token`. `own` says what they were, and for which visitor it was rendered; null when
 * anything of theirs would be left.
 */
export function cut(text, own, secret) {
  const { nonce, requestId, visitor } = own;
  const marks = [nonce, requestId].map(escaped).join("|");
  const parts = inOneScript(text, nonce).split(new RegExp(`(${marks}|${CSRF_TOKEN.source})`));
  const isToken = (part) => part === csrfTokenFor(secret, visitor, part.split(".")[0]);
  const nameOf = (part) => {
    if (part === nonce) return "nonce";
    if (part === requestId) return "requestId";
    return isToken(part) ? "token" : null;
  };
  // `split` puts what it found at the odd places.
  const pieces = parts.map((part, at) => (at % 2 && nameOf(part)) || Buffer.from(part));
  const halves = parts
    .filter((part, at) => at % 2 && nameOf(part))
    .flatMap((found) => [found.slice(0, HALF), found.slice(-HALF)]);
  const traces = [visitor, ...new Set(halves)];
  const isLeft = pieces.some(
    (piece) => typeof piece !== "string" && traces.some((trace) => piece.includes(trace)),
  );
  return isLeft ? null : pieces;
}

export const fill = (pieces, values) =>
  Buffer.concat(
    pieces.map((piece) => (typeof piece === "string" ? Buffer.from(values[piece]) : piece)),
  );
