import type { DetailedError } from "tus-js-client";
import type { StoredFile } from "@/lib/files/model";
import { fieldOf, memoryOf } from "./upload-memory";

/** `abort`: stops, here and on the server. */
export type Sending = { abort: () => void };

type Told = {
  /** Bytes sent so far. */
  onProgress: (sent: number) => void;
  onWaiting: () => void;
  onStored: (file: StoredFile) => void;
  /** `again`: trying the same file once more may work. */
  onRefused: (sentence: string, again: boolean) => void;
};

const ENDPOINT = "/api/uploads";
const RETRY_DELAYS = [0, 1_000, 3_000, 5_000, 10_000, 20_000];
const CUT = "L’envoi n’a pas abouti. Vérifiez votre connexion, puis réessayez.";
const FAULT = "Le service n’a pas pu recevoir ce fichier. Réessayez dans quelques minutes.";

type Problem = { detail?: string; errors?: Record<string, string> };

/** The sentence of the server's problem; ours when there was no answer. */
function sentenceOf(body: string | undefined, status: number) {
  if (status === 0) return CUT;
  try {
    const { detail, errors } = JSON.parse(body ?? "{}") as Problem;
    return Object.values(errors ?? {})[0] ?? detail ?? FAULT;
  } catch {
    return FAULT;
  }
}

const statusOf = (error: Error | DetailedError) =>
  "originalResponse" in error ? (error.originalResponse?.getStatus() ?? 0) : 0;

const canPass = (status: number) =>
  status === 0 || status === 409 || status === 423 || status >= 500;

/** Where a received file stands: an upload that was already whole has no other answer. */
export async function fetchFile(id: string): Promise<StoredFile | null> {
  const response = await fetch(`${ENDPOINT}/${id}`, { cache: "no-store" });
  return response.ok ? ((await response.json()) as StoredFile) : null;
}

/** The file that the last answer describes; none when the upload was whole already. */
function fileIn(body: string | undefined) {
  try {
    return body ? (JSON.parse(body) as StoredFile) : null;
  } catch {
    return null;
  }
}

/** Sends one file by tus, loaded at first use: goes on after a cut, now or after a reload. */
export async function sendFile(
  file: File,
  { token }: { token: string },
  told: Told,
): Promise<Sending> {
  const { Upload } = await import("tus-js-client");
  const { fingerprint, storage } = memoryOf(fieldOf(token), file);
  const upload = new Upload(file, {
    endpoint: ENDPOINT,
    metadata: { token, filename: file.name },
    retryDelays: RETRY_DELAYS,
    fingerprint: async () => fingerprint,
    urlStorage: storage,
    removeFingerprintOnSuccess: true,
    onProgress: (sent) => told.onProgress(sent),
    onShouldRetry: (error) => {
      const canRetry = canPass(statusOf(error));
      if (canRetry) told.onWaiting();
      return canRetry;
    },
    onSuccess: async ({ lastResponse }) => {
      const id = upload.url?.split("/").at(-1) ?? "";
      const stored = fileIn(lastResponse.getBody()) ?? (await fetchFile(id).catch(() => null));
      if (stored) told.onStored(stored);
      else told.onRefused(CUT, true);
    },
    onError: (error) => {
      const status = statusOf(error);
      if (!canPass(status)) storage.removeUpload(fingerprint);
      const body = "originalResponse" in error ? error.originalResponse?.getBody() : undefined;
      told.onRefused(sentenceOf(body, status), canPass(status));
    },
  });
  const [previous] = await upload.findPreviousUploads();
  if (previous) upload.resumeFromPreviousUpload(previous);
  upload.start();
  return {
    abort: () => {
      storage.removeUpload(fingerprint);
      if (upload.url) upload.abort(true).catch(() => {});
      else upload.abort();
    },
  };
}

/** Takes back a file that is received, or the beginning of one. The purge does it if this fails. */
export const takeBack = (idOrUrl: string) =>
  fetch(`${ENDPOINT}/${idOrUrl.split("/").at(-1)}`, {
    method: "DELETE",
    headers: { "tus-resumable": "1.0.0" },
    keepalive: true,
  }).catch(() => {});
