import {
  DEFAULT_ACCEPT,
  DEFAULT_MAX_BYTES,
  FILE_LABELS,
  FILE_TYPES,
  type FileType,
} from "@/lib/files/model";
import { formatBytes } from "@/lib/format/number";

const alternatives = new Intl.ListFormat("fr-FR", { type: "disjunction" });

/** « PDF, JPG ou PNG, 10 Mo au plus par fichier. » */
export const formatFileLimits = (
  accept: readonly FileType[] = DEFAULT_ACCEPT,
  maxBytes = DEFAULT_MAX_BYTES,
) =>
  `${alternatives.format(accept.map((type) => FILE_LABELS[type]))}, ${formatBytes(maxBytes)} au plus par fichier.`;

/** « Ce format ne peut pas être lu. Envoyez un JPG, un PNG ou un PDF. » */
export const formatUnreadable = (accept: readonly FileType[] = DEFAULT_ACCEPT) => {
  const possible = FILE_TYPES.filter((type) => accept.includes(type));
  return `Ce format ne peut pas être lu. Envoyez ${alternatives.format(possible.map((type) => `un ${FILE_LABELS[type]}`))}.`;
};

export const formatTooLarge = (bytes: number, maxBytes = DEFAULT_MAX_BYTES) =>
  `Ce fichier pèse ${formatBytes(bytes)}, la limite est de ${formatBytes(maxBytes)}. Envoyez un fichier plus léger.`;

/** « PDF, 420 ko », as written in a download link. */
export const formatFileKind = (mediaType: string, size: number) =>
  `${FILE_TYPES.map((type) => (type === mediaType ? FILE_LABELS[type] : "")).join("") || "fichier"}, ${formatBytes(size)}`;
