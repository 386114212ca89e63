import "server-only";
import { Server, type ServerOptions } from "@tus/server";
import type { Actor } from "@/lib/auth/actor";
import { giveBackAttempt, takeAttempt } from "@/lib/auth/throttle";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { formatTooLarge } from "@/lib/format/file";
import { isUuid } from "@/lib/format/id";
import {
  partialUploads,
  readPartialUpload,
  removePartialUpload,
  uploadLocks,
} from "@/lib/integrations/partial-uploads";
import { problem, problemOf, Refusal } from "@/lib/problem";
import { isOwner, readUploadToken } from "../policy";
import { findFile } from "../queries/files";
import { receiveFile } from "./receive";
import { removeFile } from "./remove";

const PATH = "/api/uploads";
const RULE = { kind: "upload", free: 60, seconds: 2, most: 60 };
const STALE =
  "Cette page était ouverte depuis longtemps. Rechargez-la, puis choisissez de nouveau votre fichier.";

type Upload = Awaited<ReturnType<ReturnType<typeof partialUploads>["getUpload"]>>;

/** The grant that came with the upload, and which of one's own actors it was given to. */
function claimOf(actors: readonly Actor[], { metadata }: Pick<Upload, "metadata">) {
  const grant = readUploadToken(metadata?.token ?? "");
  if (!grant) throw new Refusal(403, STALE);
  const actor = actors.find((one) => isOwner(one, grant));
  if (!actor) throw notFound("Envoi");
  return { grant, ctx: { actor } satisfies Context, owner: `${grant.ownerKind}:${grant.ownerId}` };
}

async function checkNew(actors: readonly Actor[], upload: Upload) {
  const { grant, owner } = claimOf(actors, upload);
  const size = upload.size ?? 0;
  if (size > grant.maxBytes) throw new Refusal(413, formatTooLarge(size, grant.maxBytes));
  const seconds = await takeAttempt(RULE, owner);
  if (seconds > 0)
    throw new Refusal(429, `Trop d’envois à la suite. Réessayez dans ${seconds} secondes.`);
  return {};
}

/** A whole upload becomes a file; the bytes received leave the waiting place either way. */
async function finish(actors: readonly Actor[], upload: Upload) {
  const { grant, ctx, owner } = claimOf(actors, upload);
  const bytes = await readPartialUpload(upload.id);
  const name = upload.metadata?.filename ?? "";
  const file = await receiveFile(ctx, grant, { id: upload.id, name, bytes });
  await giveBackAttempt(RULE, owner);
  return file;
}

async function ownFile(actors: readonly Actor[], id: string) {
  for (const actor of actors) {
    const file = await findFile({ actor }, id);
    if (file) return { file, ctx: { actor } satisfies Context };
  }
  return null;
}

const complete = (size: number) =>
  new Response(null, {
    headers: {
      "tus-resumable": "1.0.0",
      "upload-offset": String(size),
      "upload-length": String(size),
      "cache-control": "no-store",
    },
  });

/** Asked about an upload that is whole: finishes it if the answer to its last byte was lost. */
async function answerForWhole(request: Request, actors: readonly Actor[], id: string) {
  const own = await ownFile(actors, id);
  if (own && request.method === "GET") return Response.json(own.file);
  if (own && request.method === "HEAD") return complete(own.file.size);
  if (own && request.method === "DELETE") {
    await removeFile(own.ctx, id);
    return new Response(null, { status: 204, headers: { "tus-resumable": "1.0.0" } });
  }
  if (request.method === "GET") throw notFound("Fichier");
  if (request.method !== "HEAD") return null;
  const upload = await partialUploads()
    .getUpload(id)
    .catch(() => null);
  if (!upload || upload.offset !== upload.size) return null;
  const file = await finish(actors, upload).finally(() => removePartialUpload(id));
  return complete(file.size);
}

const TUS_PROBLEMS: Record<number, string> = {
  404: "Cet envoi n’existe plus. Choisissez de nouveau votre fichier.",
  410: "Cet envoi n’existe plus. Choisissez de nouveau votre fichier.",
  409: "Cet envoi a changé entre-temps. Il reprend où il en était.",
  413: "Ce fichier est plus gros que ce qui était annoncé. Choisissez-le de nouveau.",
};

/** The tus protocol (1.0.0: creation, termination, expiration); an upload is its owner's alone. */
async function speakTus(request: Request, actors: readonly Actor[]) {
  let done: string | undefined;
  let failure: unknown;
  const hooks: Partial<ServerOptions> = {
    onUploadCreate: (_, upload) => checkNew(actors, upload),
    onIncomingRequest: async (req, id) => {
      if (req.method !== "POST") claimOf(actors, await partialUploads().getUpload(id));
    },
    onUploadFinish: async (_, upload) => {
      done = upload.id;
      const body = JSON.stringify(await finish(actors, upload));
      return { status_code: 200, headers: { "content-type": "application/json" }, body };
    },
    onResponseError: (_, error) => {
      failure = error;
      return undefined;
    },
  };
  const server = new Server({
    ...hooks,
    path: PATH,
    datastore: partialUploads(),
    locker: uploadLocks,
    relativeLocation: true,
    allowedOrigins: [new URL(env().PORTAL_URL).origin],
    namingFunction: () => crypto.randomUUID(),
  });
  const response = await server.handleWeb(request);
  if (done) await removePartialUpload(done);
  if (response.status < 400) return response;
  const isTheirs = typeof failure === "object" && failure !== null && "status_code" in failure;
  if (failure && !isTheirs && !problemOf(failure)) throw failure;
  return (
    problemOf(failure) ??
    problem(
      response.status,
      TUS_PROBLEMS[response.status] ?? "L’envoi est mal formé. Recommencez-le.",
    )
  );
}

/** Anything at /api/uploads[/id]: tus, plus GET for where a file stands. */
export const answerUpload = async (request: Request, actors: readonly Actor[]) => {
  const id = new URL(request.url).pathname.slice(PATH.length + 1);
  const isId = isUuid(id);
  if (request.method !== "POST" && request.method !== "OPTIONS" && !isId) throw notFound("Envoi");
  if (!isId) return speakTus(request, actors);
  return (await answerForWhole(request, actors, id)) ?? speakTus(request, actors);
};
