import "server-only";
import * as z from "zod";
import { env } from "@/lib/env";

const TIMEOUT_MS = 5000;

const mandate = z.object({ organisationIds: z.array(z.uuid()) });

/**
 * What a token acts under, asked of Connect at each page: ended by either, or over, it is felt at once. `null`: it
 * holds no more.
 */
export async function fetchMandate(token: string) {
  const response = await fetch(new URL("/api/v1/mandate", env().CONNECT_URL), {
    headers: { authorization: `Bearer ${token}` },
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status === 401 || response.status === 204) return null;
  if (!response.ok) throw new Error(`mandate answered ${response.status}`);
  return mandate.parse(await response.json());
}
