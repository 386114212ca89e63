import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { unzipSync } from "fflate";
import { XML_LIMITS } from "@/lib/format/xml-read";

export type ExportFile = { path: string; text: string };
export type ExportRefusal = { file: string; why: string };
export type ExportFiles = { files: ExportFile[]; refused: ExportRefusal[] };

const MOST_FILES = 5000;
const MOST_BYTES = 300 * 1024 * 1024;
const TOO_LARGE = "Le fichier dépasse 50\u00a0Mo.";
const TOO_MANY = `L’export compte plus de ${MOST_FILES} fichiers, ou dépasse 300\u00a0Mo.`;

const DECLARED = /^<\?xml[^>]{0,200}?encoding=["']([\w-]{1,40})["']/;

/** In the encoding that the document declares; UTF-8 by default. */
function decoded(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 300));
  const label = DECLARED.exec(start.replace(/^\u00ef\u00bb\u00bf/, ""))?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Licences, pictures and the like are not part of an export: only what begins as XML is. */
const isXml = (text: string) => /^\uFEFF?\s*</.test(text);

class Gathering {
  readonly found: ExportFiles = { files: [], refused: [] };
  private bytes = 0;

  /** Is there room for one more, of this size? What is too large is not even opened. */
  hasRoom(file: string, size: number): boolean {
    if (size > XML_LIMITS.bytes) return this.refuse(file, TOO_LARGE);
    this.bytes += size;
    if (this.found.files.length < MOST_FILES && this.bytes <= MOST_BYTES) return true;
    return this.refuse(file, TOO_MANY);
  }

  refuse(file: string, why: string) {
    this.found.refused.push({ file, why });
    return false;
  }

  add(path: string, bytes: Uint8Array) {
    const text = decoded(bytes);
    if (isXml(text)) this.found.files.push({ path, text });
  }

  addZip(path: string, bytes: Uint8Array) {
    try {
      const entries = unzipSync(bytes, {
        filter: ({ name, originalSize }) =>
          !name.endsWith("/") && this.hasRoom(`${path}/${name}`, originalSize),
      });
      for (const [name, content] of Object.entries(entries)) this.add(`${path}/${name}`, content);
    } catch {
      this.refuse(path, "L’archive ne peut pas être ouverte.");
    }
  }
}

function take(gathering: Gathering, root: string, path: string) {
  const name = relative(root, path) || path;
  if (!gathering.hasRoom(name, statSync(path).size)) return;
  const bytes = readFileSync(path);
  if (path.endsWith(".zip")) gathering.addZip(name, bytes);
  else gathering.add(name, bytes);
}

const MOST_DEPTH = 30;

/** `readdir` itself would follow links to other folders. */
function* filesUnder(folder: string, depth = 0): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && depth < MOST_DEPTH) yield* filesUnder(path, depth + 1);
  }
}

/** Every XML file of a folder, however deep, and of the archives in it; links are not followed. */
export function readExport(path: string): ExportFiles {
  const gathering = new Gathering();
  if (statSync(path).isFile()) take(gathering, path, path);
  else for (const file of filesUnder(path)) take(gathering, path, file);
  gathering.found.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return gathering.found;
}
