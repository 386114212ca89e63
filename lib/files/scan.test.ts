import { createServer } from "node:net";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { pool } from "@/db/client";
import { createRequest, resident } from "@/db/test/factories";
import { INFECTED_PDF, PDF } from "@/db/test/samples";
import { transaction } from "@/lib/context";
import { env } from "@/lib/env";
import { storage } from "@/lib/integrations/storage";
import { attachFiles } from "./commands/attach";
import { receiveFile } from "./commands/receive";
import { scanFile } from "./jobs";
import { grantUpload } from "./policy";
import { findFile, openFile } from "./queries/files";

const COMMAND = "zINSTREAM\0";

/** The bytes of an INSTREAM exchange spoken exactly, once whole; null before. */
function streamed(said: Buffer) {
  const chunks: Buffer[] = [];
  let at = COMMAND.length;
  while (at + 4 <= said.length) {
    const length = said.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(said.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

/** Answers as clamd does, or always `answer`. */
async function startClamd(answer?: string) {
  const server = createServer((socket) => {
    let said = Buffer.alloc(0);
    socket.on("data", (data) => {
      said = Buffer.concat([said, data]);
      const bytes = said.toString("latin1").startsWith(COMMAND) ? streamed(said) : null;
      if (!bytes) return;
      const verdict = bytes.includes("EICAR-STANDARD") ? "Eicar-Signature FOUND" : "OK";
      socket.end(answer ?? `stream: ${verdict}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  Object.assign(env(), { CLAMD_PORT: typeof address === "object" ? address?.port : 0 });
}

beforeEach(() => {
  Object.assign(env(), { CLAMD_HOST: "127.0.0.1", CLAMD_PORT: 1 });
  return () => Object.assign(env(), { CLAMD_HOST: undefined });
});

async function send(bytes: Buffer) {
  const actor = resident();
  const { id: requestId } = await createRequest({ residentId: actor.id, status: "draft" });
  const grant = grantUpload(actor, requestId, { fieldId: "piece" });
  const file = await receiveFile({ actor }, grant, { name: "acte.pdf", bytes });
  return { ctx: { actor }, requestId, file, scan: () => scanFile.run({ fileId: file.id }) };
}

const waitingScans = async () =>
  (await pool.execute(`select payload from graphile_worker._private_jobs`)).map(
    (row) => row.payload,
  );

test("a received file waits for the antivirus, and cannot be opened meanwhile", async () => {
  const { ctx, file } = await send(PDF);
  expect(file.scan).toBe("pending");
  expect(await waitingScans()).toContainEqual({ fileId: file.id });
  await expect(openFile(ctx, file.id)).rejects.toMatchObject({ code: "conflict" });
});

test("a clean file, larger than one chunk, can be opened", async () => {
  await startClamd();
  const { ctx, file, scan } = await send(Buffer.concat([PDF, Buffer.alloc(200_000, " ")]));
  await scan();
  expect(await findFile(ctx, file.id)).toMatchObject({ scan: "clean" });
  await expect(openFile(ctx, file.id)).resolves.toBeDefined();
});

test("an infected file loses its bytes; its owner is told, and cannot send it", async () => {
  await startClamd();
  const { ctx, requestId, file, scan } = await send(INFECTED_PDF);
  await scan();
  expect(await findFile(ctx, file.id)).toMatchObject({ scan: "infected" });
  await expect(storage.get(file.id)).rejects.toThrow();
  await expect(openFile(ctx, file.id)).rejects.toThrow(/virus/);
  const target = { requestId, fieldId: "piece" };
  const act = transaction(ctx, (ctx) => attachFiles(ctx, [file.id], target));
  await expect(act).rejects.toMatchObject({ fields: { piece: expect.stringContaining("virus") } });
});

test("an antivirus that is down or confused says nothing: the job is tried again", async () => {
  const { ctx, file, scan } = await send(PDF);
  await expect(scan()).rejects.toThrow();
  await startClamd("INSTREAM size limit exceeded. ERROR\0");
  await expect(scan()).rejects.toThrow(/size limit/);
  expect(await findFile(ctx, file.id)).toMatchObject({ scan: "pending" });
  await startClamd();
  await scan();
  await scan();
  expect(await findFile(ctx, file.id)).toMatchObject({ scan: "clean" });
});
