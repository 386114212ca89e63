import { SaxesParser } from "saxes";

/** An element of a document: its text is its own, without its children's. */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
};

export const XML_LIMITS = { bytes: 50 * 1024 * 1024, depth: 60, elements: 400_000 } as const;

/** Why a document is not read, as a sentence. */
export class XmlRefusal extends Error {
  override readonly name = "XmlRefusal";
}

const TOO_LARGE = "Le fichier dépasse 50\u00a0Mo.";
const TOO_DEEP = `Le fichier imbrique plus de ${XML_LIMITS.depth} éléments.`;
const TOO_MANY = `Le fichier compte plus de ${XML_LIMITS.elements} éléments.`;
const DOCTYPE = "Le fichier déclare un type de document (DTD)\u00a0: c’est refusé.";

/** Before it is read: a length in bytes that no document may have. */
export function refuseLargeXml(bytes: number) {
  if (bytes > XML_LIMITS.bytes) throw new XmlRefusal(TOO_LARGE);
}

/** « 3:14: undefined entity. » → what a person can look up in the file. */
const unreadable = (error: Error) =>
  new XmlRefusal(`Le fichier n’est pas du XML lisible (${error.message}).`);

type Reading = { open: XmlElement[]; root?: XmlElement; count: number };

function enter(reading: Reading, element: XmlElement) {
  reading.count += 1;
  if (reading.count > XML_LIMITS.elements) throw new XmlRefusal(TOO_MANY);
  if (reading.open.length >= XML_LIMITS.depth) throw new XmlRefusal(TOO_DEEP);
  reading.open.at(-1)?.children.push(element);
  reading.root ??= element;
  reading.open.push(element);
}

/**
 * A whole document, as a tree. No document type, hence no entity but the five of XML and numbers: nothing to expand,
 * nothing to fetch. Anything else is refused with a sentence.
 */
export function readXml(text: string): XmlElement {
  refuseLargeXml(Buffer.byteLength(text));
  const parser = new SaxesParser({ xmlns: false, position: true });
  const reading: Reading = { open: [], count: 0 };
  parser.on("error", (error) => {
    throw unreadable(error);
  });
  parser.on("doctype", () => {
    throw new XmlRefusal(DOCTYPE);
  });
  parser.on("opentag", ({ name, attributes }) =>
    enter(reading, { name, attributes: { ...attributes }, children: [], text: "" }),
  );
  parser.on("closetag", () => {
    reading.open.pop();
  });
  const write = (part: string) => {
    const element = reading.open.at(-1);
    if (element) element.text += part;
  };
  parser.on("text", write);
  parser.on("cdata", write);
  parser.write(text.replace(/^\uFEFF/, "")).close();
  if (!reading.root) throw new XmlRefusal("Le fichier est vide.");
  return reading.root;
}
