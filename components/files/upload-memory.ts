import type { PreviousUpload, UrlStorage } from "tus-js-client";

/** An upload that this browser began and did not finish. */
export type Unfinished = { key: string; name: string; size: number; url: string; at: number };

const LIFETIME_MS = 24 * 3_600_000;
const PREFIX = "envoi";

/** Which field of which draft a token is for: the same in every token made for it. */
export function fieldOf(token: string) {
  const [grant = ""] = token.split(".");
  const { requestId, fieldId } = JSON.parse(
    atob(grant.replaceAll("-", "+").replaceAll("_", "/")),
  ) as Record<string, unknown>;
  return `${requestId}/${fieldId}`;
}

const keyOf = (field: string, file: { name: string; size: number; lastModified: number }) =>
  [PREFIX, field, file.name, file.size, file.lastModified].join("|");

/** The browser may refuse to remember (private window, full): then nothing resumes after a reload. */
function attempt<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}

export const forget = (key: string) => attempt(() => localStorage.removeItem(key), undefined);

const recall = (key: string) =>
  attempt(() => JSON.parse(localStorage.getItem(key) ?? "null") as Unfinished | null, null);

/** What was cut in this field, on this browser, less than a day ago. */
export function listUnfinished(field: string): Unfinished[] {
  const keys = attempt(() => Object.keys(localStorage), []);
  return keys
    .filter((key) => key.startsWith(`${PREFIX}|${field}|`))
    .flatMap((key) => {
      const one = recall(key);
      if (one && Date.now() - one.at < LIFETIME_MS) return [one];
      forget(key);
      return [];
    });
}

const asPrevious = ({ key, size, url, at }: Unfinished): PreviousUpload => ({
  size,
  metadata: {},
  creationTime: new Date(at).toISOString(),
  urlStorageKey: key,
  uploadUrl: url,
  parallelUploadUrls: null,
});

/** Where tus keeps the address of an upload under way; never the token, which is a right to send. */
export function memoryOf(field: string, file: File): { fingerprint: string; storage: UrlStorage } {
  const fingerprint = keyOf(field, file);
  const list = () => {
    const one = recall(fingerprint);
    return one ? [asPrevious(one)] : [];
  };
  const storage: UrlStorage = {
    findAllUploads: async () => list(),
    findUploadsByFingerprint: async () => list(),
    removeUpload: async (key) => forget(key),
    addUpload: async (_, { uploadUrl }) => {
      const { name, size } = file;
      const one = { key: fingerprint, name, size, url: uploadUrl ?? "", at: Date.now() };
      attempt(() => localStorage.setItem(fingerprint, JSON.stringify(one)), undefined);
      return fingerprint;
    },
  };
  return { fingerprint, storage };
}
