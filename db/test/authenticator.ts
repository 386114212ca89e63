import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const b64 = (data: Buffer) => data.toString("base64url");

/** As much of CBOR (RFC 8949) as a key and an attestation need. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, n: number) => {
    if (n < 24) return Buffer.from([(major << 5) | n]);
    if (n < 256) return Buffer.from([(major << 5) | 24, n]);
    return Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  };
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([name, held]) => [
    cbor(name),
    cbor(held as Parameters<typeof cbor>[0]),
  ]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

type Faults = {
  origin?: string;
  rpId?: string;
  /** False: its owner did not unlock it. */
  isVerified?: boolean;
  counter?: number;
  userHandle?: string;
};

/** Written by the specification (WebAuthn §6.1): a telephone that keeps one passkey and copies it to others. */
export function createAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  const connect = new URL(env().CONNECT_URL);
  let counter = 0;
  let handle = "";

  const dataWith = (faults: Faults, attested?: Buffer) => {
    const { rpId = connect.hostname, isVerified = true } = faults;
    const [up, uv, be, bs, at] = [1, isVerified ? 4 : 0, 8, 16, attested ? 64 : 0];
    const count = Buffer.alloc(4);
    count.writeUInt32BE(faults.counter ?? counter);
    const flags = Buffer.from([up | uv | be | bs | at]);
    return Buffer.concat([sha256(rpId), flags, count, attested ?? Buffer.alloc(0)]);
  };

  const clientData = (type: string, challenge: string, { origin = connect.origin }: Faults) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  const credential = <T>(response: T) => ({
    id: b64(id),
    rawId: b64(id),
    type: "public-key" as const,
    clientExtensionResults: {},
    response,
  });

  return {
    id: b64(id),
    make(options: { challenge: string; user?: { id: string } }, faults: Faults = {}) {
      handle = options.user?.id ?? "";
      const key = new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, "base64url")],
        [-3, Buffer.from(y, "base64url")],
      ]);
      const length = Buffer.from([0, id.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, cbor(key)]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", dataWith(faults, attested)],
      ]);
      return credential({
        clientDataJSON: b64(clientData("webauthn.create", options.challenge, faults)),
        attestationObject: b64(cbor(attestation)),
        transports: ["internal"],
      });
    },
    sign(options: { challenge: string }, faults: Faults = {}) {
      counter += 1;
      const authenticatorData = dataWith(faults);
      const client = clientData("webauthn.get", options.challenge, faults);
      const signature = createSign("sha256")
        .update(Buffer.concat([authenticatorData, sha256(client)]))
        .sign(privateKey);
      return credential({
        clientDataJSON: b64(client),
        authenticatorData: b64(authenticatorData),
        signature: b64(signature),
        userHandle: faults.userHandle ?? handle,
      });
    },
  };
}
