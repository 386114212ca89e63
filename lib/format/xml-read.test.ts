import fc from "fast-check";
import { expect, test } from "vitest";
import { readXml, refuseLargeXml, XML_LIMITS, type XmlElement, XmlRefusal } from "./xml-read";

test("a document is a tree: names, attributes, texts, in order", () => {
  const { name, attributes, children } = readXml(
    '\uFEFF<?xml version="1.0"?><a x="1 &amp; 2"><!-- said --><b>t&#233;l</b><c><![CDATA[<p>]]></c><b/></a>',
  );
  expect({ name, attributes }).toEqual({ name: "a", attributes: { x: "1 & 2" } });
  expect(children.map((child) => [child.name, child.text])).toEqual([
    ["b", "tél"],
    ["c", "<p>"],
    ["b", ""],
  ]);
});

const bomb = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>`;
const outside = `<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>`;
const deep = "<a>".repeat(XML_LIMITS.depth + 1) + "</a>".repeat(XML_LIMITS.depth + 1);

test.for<[string, string, RegExp]>([
  ["entities within entities", bomb, /DTD/],
  ["an entity outside", outside, /DTD/],
  ["a document type elsewhere", `<!DOCTYPE l SYSTEM "http://exemple.fr/l.dtd"><l/>`, /DTD/],
  ["an entity nobody declared", "<l>&nbsp;</l>", /lisible/],
  ["a tag left open", "<l><m></l>", /lisible/],
  ["two roots", "<l/><m/>", /lisible/],
  ["nothing", "", /lisible|vide/],
  ["words", "bonjour", /lisible/],
  ["a character XML does not know", "<l>\u0001</l>", /lisible/],
  ["elements in elements in elements", deep, /imbrique/],
  ["too many elements", `<l>${"<m/>".repeat(XML_LIMITS.elements)}</l>`, /compte plus/],
])("%s: refused with a sentence", ([, text, message]) => {
  expect(() => readXml(text)).toThrow(XmlRefusal);
  expect(() => readXml(text)).toThrow(message);
});

test("a length is refused before anything is read", () => {
  expect(() => refuseLargeXml(XML_LIMITS.bytes + 1)).toThrow(/50\u00a0Mo/);
  expect(refuseLargeXml(XML_LIMITS.bytes)).toBeUndefined();
});

test("whatever is read, a tree or a sentence comes back", () => {
  const piece = fc.constantFrom(
    "<a>",
    "</a>",
    "<a b='c'/>",
    "&amp;",
    "&x;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "é",
    "<",
  );
  const read = (text: string): XmlElement | string => {
    try {
      return readXml(text);
    } catch (error) {
      if (error instanceof XmlRefusal) return error.message;
      throw error;
    }
  };
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(read(pieces.join(""))).toBeTruthy();
    }),
    { numRuns: 500 },
  );
});
