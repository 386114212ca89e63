import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { DomainError, notFound } from "@/lib/errors";
import { FILE_TYPES } from "../model";
import { openFile } from "./files";

type Opened = Awaited<ReturnType<typeof openFile>>;

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'";

/** Alone in its own origin. Not a PDF: browsers refuse to show one so, and isolate their reader themselves. */
const policyFor = (mediaType: string) =>
  mediaType === "application/pdf" ? `${POLICY}; object-src 'self'` : `${POLICY}; sandbox`;

/** RFC 6266: an ASCII name for old browsers, the real one beside it. */
const disposition = (kind: "inline" | "attachment", name: string) => {
  const ascii = name
    .normalize("NFD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};

async function respond({ file, open }: Opened) {
  const isShown = FILE_TYPES.some((type) => type === file.mediaType);
  return new Response(await open(), {
    headers: {
      "content-type": isShown ? file.mediaType : "application/octet-stream",
      "content-length": String(file.size),
      "content-disposition": disposition(isShown ? "inline" : "attachment", file.name),
      "content-security-policy": policyFor(file.mediaType),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
    },
  });
}

/** Opens a file as the first of these actors who may read it; 404 when none may. */
export async function downloadFile(actors: readonly Actor[], id: string) {
  for (const actor of actors) {
    const opened = await openFile({ actor }, id).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === "not-found") return null;
      throw error;
    });
    if (opened) return respond(opened);
  }
  throw notFound("Fichier");
}
