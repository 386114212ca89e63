import {
  DEFAULT_ACCEPT,
  DEFAULT_MAX_BYTES,
  FILE_LABELS,
  FILE_TYPES,
  type FileType,
} from "@/lib/files/model";

const unit = (name: "byte" | "kilobyte" | "megabyte", digits: number) =>
  new Intl.NumberFormat("fr-FR", {
    style: "unit",
    unit: name,
    unitDisplay: name === "byte" ? "long" : "short",
    maximumFractionDigits: digits,
  });

const [bytesUnit, kilobytes, megabytes] = [
  unit("byte", 0),
  unit("kilobyte", 0),
  unit("megabyte", 1),
];

/** « 1,8 Mo », « 320 ko », « 12 octets »; a megabyte is 1 024 × 1 024 bytes, as on most desktops. */
export function formatSize(bytes: number) {
  if (bytes < 1024) return bytesUnit.format(bytes);
  if (bytes < 1024 * 1024 - 512) return kilobytes.format(bytes / 1024);
  return megabytes.format(bytes / 1024 / 1024);
}

const alternatives = new Intl.ListFormat("fr-FR", { type: "disjunction" });

/** « PDF, JPG ou PNG, 10 Mo au plus par fichier. » */
export const formatFileLimits = (
  accept: readonly FileType[] = DEFAULT_ACCEPT,
  maxBytes = DEFAULT_MAX_BYTES,
) =>
  `${alternatives.format(accept.map((type) => FILE_LABELS[type]))}, ${formatSize(maxBytes)} au plus par fichier.`;

/** « Ce format ne peut pas être lu. Envoyez un JPG, un PNG ou un PDF. » */
export const formatUnreadable = (accept: readonly FileType[] = DEFAULT_ACCEPT) => {
  const possible = FILE_TYPES.filter((type) => accept.includes(type));
  return `Ce format ne peut pas être lu. Envoyez ${alternatives.format(possible.map((type) => `un ${FILE_LABELS[type]}`))}.`;
};

export const formatTooLarge = (bytes: number, maxBytes = DEFAULT_MAX_BYTES) =>
  `Ce fichier pèse ${formatSize(bytes)}, la limite est de ${formatSize(maxBytes)}. Envoyez un fichier plus léger.`;

/** « PDF, 420 ko », as written in a download link. */
export const formatFileKind = (mediaType: string, size: number) =>
  `${FILE_TYPES.map((type) => (type === mediaType ? FILE_LABELS[type] : "")).join("") || "fichier"}, ${formatSize(size)}`;
