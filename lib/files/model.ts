/** `unscanned`: no antivirus is configured. Only `clean` and `unscanned` files can be downloaded. */
export const SCAN_STATES = ["pending", "clean", "infected", "unscanned"] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** What a form may accept. Told by content, never by the name a file comes with. */
export const FILE_TYPES = ["image/jpeg", "image/png", "image/webp", "application/pdf"] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const FILE_LABELS: Record<FileType, string> = {
  "image/jpeg": "JPG",
  "image/png": "PNG",
  "image/webp": "WebP",
  "application/pdf": "PDF",
};

const EXTENSIONS: Record<FileType, readonly [string, ...string[]]> = {
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "application/pdf": ["pdf"],
};

export const DEFAULT_ACCEPT: readonly FileType[] = ["application/pdf", "image/jpeg", "image/png"];

/** 10 Mo, per file. */
export const DEFAULT_MAX_BYTES = 10_000_000;

/** Of everything waiting in one draft or one reply. */
export const DRAFT_QUOTA = { files: 40, bytes: 150_000_000 } as const;

/** What a field takes. `fieldId`: the control's name, such as `justificatif` or `enfants.0.certificat`. */
export type FileRules = {
  fieldId: string;
  /** Media types; those of DEFAULT_ACCEPT unless told. */
  accept?: readonly string[];
  maxBytes?: number;
};

/** A file as screens show it. `size` in bytes. */
export type StoredFile = {
  id: string;
  name: string;
  size: number;
  mediaType: string;
  scan: ScanState;
};

export const isDownloadable = ({ scan }: Pick<StoredFile, "scan">) =>
  scan === "clean" || scan === "unscanned";

/** Where a file is read or downloaded: through its policy, always. */
export const fileHref = ({ id, name }: Pick<StoredFile, "id" | "name">) =>
  `/fichiers/${id}/${encodeURIComponent(name)}`;

/** In words, beside the size: « 1,8 Mo. Reçu et vérifié. » */
export const SCAN_LABELS: Record<ScanState, string> = {
  clean: "Reçu et vérifié.",
  pending: "Reçu, vérification en cours.",
  unscanned: "Reçu.",
  infected: "Ce fichier contient un virus\u00a0: il a été supprimé. Envoyez-en un autre.",
};

const MAX_NAME = 100;

/** Control characters, direction overrides, and what some file system refuses. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|]/gu;

/** The last part of a path, readable and harmless, with the extension of what the file really is. */
export function safeName(given: string, type: FileType) {
  const [extension] = EXTENSIONS[type];
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(UNSAFE, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const dot = clean.lastIndexOf(".");
  const [stem, was] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot + 1)] : [clean, ""];
  const isRight = EXTENSIONS[type].includes(was.toLowerCase());
  const base = [...(was === "" || isRight || was.length <= 5 ? stem : clean)].slice(0, MAX_NAME);
  return `${base.join("").trim() || "fichier"}.${isRight ? was : extension}`;
}

/** For the `accept` attribute of a file input. */
export const acceptAttribute = (accept: readonly string[] = DEFAULT_ACCEPT) =>
  FILE_TYPES.filter((type) => accept.includes(type))
    .flatMap((type) => [type, ...EXTENSIONS[type].map((extension) => `.${extension}`)])
    .join();
