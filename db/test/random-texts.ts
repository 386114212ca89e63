import fc from "fast-check";

// The whole of Unicode takes fast-check a second to set up: these stand for what is odd in it.
const odd = fc.constantFrom("\0", "\ud800", "e\u0301", "🏠", "\u202e", "\u00a0", "\r\n", "ﬁ");

/** Whatever may be typed or sent for a text. */
export const anything = fc
  .array(fc.oneof(fc.string(), odd), { maxLength: 3 })
  .map((all) => all.join(""));
