import { DEFAULT_ACCEPT, DEFAULT_MAX_BYTES, FILE_LABELS, FILE_TYPES } from "@/lib/files/model";
import { formatBytes } from "@/lib/format/number";

/** In the order given: the types that the house knows. */
const labelsOf = (accept: readonly string[]) =>
  accept.flatMap((type) => FILE_TYPES.filter((known) => known === type).map((t) => FILE_LABELS[t]));

const alternatives = new Intl.ListFormat("fr-FR", { type: "disjunction" });

/** « PDF, JPG ou PNG, 10 Mo au plus par fichier. » */
export const formatFileLimits = (
  accept: readonly string[] = DEFAULT_ACCEPT,
  maxBytes = DEFAULT_MAX_BYTES,
) => `${alternatives.format(labelsOf(accept))}, ${formatBytes(maxBytes)} au plus par fichier.`;

/** « Ce format ne peut pas être lu. Envoyez un JPG, un PNG ou un PDF. » */
export const formatUnreadable = (accept: readonly string[] = DEFAULT_ACCEPT) => {
  const possible = FILE_TYPES.filter((type) => accept.includes(type));
  return `Ce format ne peut pas être lu. Envoyez ${alternatives.format(possible.map((type) => `un ${FILE_LABELS[type]}`))}.`;
};

export const formatTooLarge = (bytes: number, maxBytes = DEFAULT_MAX_BYTES) =>
  `Ce fichier pèse ${formatBytes(bytes)}, la limite est de ${formatBytes(maxBytes)}. Envoyez un fichier plus léger.`;

/** « PDF, 420 ko », as written in a download link. */
export const formatFileKind = (mediaType: string, size: number) =>
  `${FILE_TYPES.map((type) => (type === mediaType ? FILE_LABELS[type] : "")).join("") || "fichier"}, ${formatBytes(size)}`;
