import "server-only";
import type { JWK } from "jose";
import { unseal } from "@/lib/auth/secrets";
import { listKeys } from "../queries";

/** The key set: current keys first, since the library signs with the first that fits. */
export async function loadKeys() {
  const rows = await listKeys();
  return {
    keys: rows.map(({ jwk }) => JSON.parse(unseal("connect-key", jwk)) as JWK),
    version: rows.map(({ id, state }) => `${id}:${state}`).join(),
  };
}
