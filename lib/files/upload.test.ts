import * as tus from "tus-js-client";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { files } from "@/db/schema";
import { createRequest, resident } from "@/db/test/factories";
import { HEIC, PDF } from "@/db/test/samples";
import { serve } from "@/db/test/serve";
import type { Actor } from "@/lib/auth/actor";
import { answer } from "@/lib/http";
import { partialUploads } from "@/lib/integrations/partial-uploads";
import { storage } from "@/lib/integrations/storage";
import { answerUpload } from "./commands/upload";
import { uploadToken } from "./policy";
import { downloadFile } from "./queries/download";

const BIG_PDF = Buffer.concat([PDF, Buffer.alloc(300_000, " ")]);

async function open(actor: Actor = resident(), actors: Actor[] = [actor]) {
  const request = await createRequest({ residentId: actor.id, status: "draft" });
  const address = await serve((req) => answer(req, () => answerUpload(req, actors)));
  const token = uploadToken(actor, request.id, { fieldId: "piece" });
  return { actor, request, endpoint: `${address}/api/uploads`, token };
}

type Sent = { id: string; body: string };

const send = (
  endpoint: string,
  token: string,
  bytes: Buffer,
  options: Partial<tus.UploadOptions> = {},
) =>
  new Promise<Sent>((resolve, reject) => {
    const upload = new tus.Upload(bytes, {
      endpoint,
      metadata: { token, filename: "acte.pdf" },
      retryDelays: [],
      onError: reject,
      onSuccess: ({ lastResponse }) =>
        resolve({ id: upload.url?.split("/").at(-1) ?? "", body: lastResponse.getBody() }),
      ...options,
    });
    upload.start();
  });

const refusal = (act: Promise<unknown>) =>
  act.then(
    () => ({ status: 0, problem: {} }),
    (error: tus.DetailedError) => ({
      status: error.originalResponse?.getStatus(),
      problem: JSON.parse(error.originalResponse?.getBody() ?? "{}") as Record<string, unknown>,
    }),
  );

const waitingParts = async () => {
  const keys = (await partialUploads().configstore.list?.()) ?? [];
  return keys.length;
};

test("a file sent in pieces is whole, and nothing is left behind", async () => {
  const { endpoint, token } = await open();
  const before = await waitingParts();
  const { id, body } = await send(endpoint, token, BIG_PDF, { chunkSize: 100_000 });
  expect(JSON.parse(body)).toMatchObject({ id, name: "acte.pdf", size: BIG_PDF.length });
  expect(await storage.get(id)).toEqual(BIG_PDF);
  expect(await waitingParts()).toBe(before);
});

test("a cut upload goes on from where it was, in another page", async () => {
  const { endpoint, token } = await open();
  let url = "";
  await new Promise<void>((resolve) => {
    const upload = new tus.Upload(BIG_PDF, {
      endpoint,
      metadata: { token, filename: "acte.pdf" },
      chunkSize: 100_000,
      onChunkComplete: () => {
        url = upload.url ?? "";
        upload.abort().then(resolve);
      },
    });
    upload.start();
  });
  const sizes: number[] = [];
  const onBeforeRequest = (request: tus.HttpRequest) => {
    if (request.getMethod() === "PATCH") sizes.push(Number(request.getHeader("Upload-Offset")));
  };
  const { id } = await send(endpoint, token, BIG_PDF, { uploadUrl: url, onBeforeRequest });
  expect(sizes[0]).toBeGreaterThanOrEqual(100_000);
  expect(await storage.get(id)).toEqual(BIG_PDF);
});

test("asked again after a lost answer, a finished upload says it is whole; one file is kept", async () => {
  const { endpoint, token } = await open();
  const { id } = await send(endpoint, token, PDF);
  await send(endpoint, token, PDF, { uploadUrl: `${endpoint}/${id}` });
  expect(await pool.select().from(files)).toHaveLength(1);
});

test("an upload whose end was never answered is finished when asked about", async () => {
  const { endpoint, token } = await open();
  const parts = partialUploads();
  const id = crypto.randomUUID();
  const metadata = { token, filename: "acte.pdf" };
  const { Upload } = await import("@tus/server");
  await parts.create(new Upload({ id, size: PDF.length, offset: 0, metadata }));
  await parts.write((await import("node:stream")).Readable.from([PDF]), id, 0);
  await send(endpoint, token, PDF, { uploadUrl: `${endpoint}/${id}` });
  expect(await storage.get(id)).toEqual(PDF);
});

test("a photo that cannot be read is refused with what to send instead", async () => {
  const { endpoint, token } = await open();
  expect(await refusal(send(endpoint, token, HEIC))).toMatchObject({
    status: 422,
    problem: {
      errors: { piece: "Ce format ne peut pas être lu. Envoyez un JPG, un PNG ou un PDF." },
    },
  });
  expect(await pool.select().from(files)).toEqual([]);
});

test("too large a file is refused before a byte of it is sent", async () => {
  const { endpoint, token } = await open();
  const act = send(endpoint, token, Buffer.concat([PDF, Buffer.alloc(11_000_000)]));
  expect(await refusal(act)).toMatchObject({ status: 413 });
});

test.for([
  ["without a token", () => ""],
  ["with a changed token", (token: string) => `${token.slice(2)}`],
] as const)("%s, nothing is received", async ([, change]) => {
  const { endpoint, token } = await open();
  expect(await refusal(send(endpoint, change(token), PDF))).toMatchObject({ status: 403 });
});

test("with somebody else's token, nothing is received", async () => {
  const { token } = await open();
  const { endpoint } = await open();
  expect(await refusal(send(endpoint, token, PDF))).toMatchObject({ status: 404 });
});

test("another resident can neither see, continue nor remove an upload", async () => {
  const { endpoint, token } = await open();
  const { id } = await send(endpoint, token, PDF);
  const { endpoint: theirs } = await open();
  for (const method of ["GET", "HEAD", "DELETE"]) {
    const headers = { "tus-resumable": "1.0.0" };
    expect((await fetch(`${theirs}/${id}`, { method, headers })).status).toBe(404);
  }
  expect(await pool.select().from(files)).toHaveLength(1);
});

test("its owner removes a file, once", async () => {
  const { endpoint, token } = await open();
  const { id } = await send(endpoint, token, PDF);
  const init = { method: "DELETE", headers: { "tus-resumable": "1.0.0" } };
  expect((await fetch(`${endpoint}/${id}`, init)).status).toBe(204);
  expect((await fetch(`${endpoint}/${id}`, init)).status).toBe(404);
});

test("sixty abandoned uploads in a row are enough", async () => {
  const { endpoint, token } = await open();
  const metadata = `token ${btoa(token)},filename ${btoa("a.pdf")}`;
  const headers = { "tus-resumable": "1.0.0", "upload-length": "10", "upload-metadata": metadata };
  const statuses: number[] = [];
  for (let i = 0; i < 62; i++)
    statuses.push((await fetch(endpoint, { method: "POST", headers })).status);
  expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(60);
  expect(statuses.at(-1)).toBe(429);
});

test("a file is downloaded as what it is, kept by nobody, able to do nothing", async () => {
  const { actor, endpoint, token } = await open();
  const { id } = await send(endpoint, token, PDF);
  const response = await downloadFile([resident(), actor], id);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="acte.pdf"; filename*=UTF-8''acte.pdf`,
    "content-security-policy": expect.stringContaining("default-src 'none'"),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  await expect(downloadFile([resident()], id)).rejects.toMatchObject({ code: "not-found" });
  await expect(downloadFile([], id)).rejects.toMatchObject({ code: "not-found" });
});
