import "server-only";
import { connect } from "node:net";
import { env } from "@/lib/env";

const CHUNK_BYTES = 64 * 1024;
const TIMEOUT_MS = 60_000;

export const hasAntivirus = () => env().CLAMD_HOST !== undefined;

/** zINSTREAM: each chunk after its length on 4 bytes, a zero length at the end (clamd(8)). */
function* instream(bytes: Uint8Array) {
  yield Buffer.from("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
  yield Buffer.alloc(4);
}

function converse(bytes: Uint8Array) {
  return new Promise<string>((resolve, reject) => {
    const { CLAMD_HOST: host = "127.0.0.1", CLAMD_PORT: port } = env();
    const socket = connect({ host, port });
    let said = "";
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error("clamd does not answer")));
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
    });
    socket.on("error", reject);
    socket.on("end", () => resolve(said.replaceAll("\0", "").trim()));
    for (const part of instream(bytes)) socket.write(part);
  });
}

/** Asks clamd. Throws when it cannot tell: unreachable, too large for its StreamMaxLength, broken. */
export async function scan(bytes: Uint8Array): Promise<"clean" | "infected"> {
  const said = await converse(bytes);
  if (said === "stream: OK") return "clean";
  if (/^stream: .+ FOUND$/.test(said)) return "infected";
  throw new Error(`clamd said: ${said.slice(0, 200)}`);
}
