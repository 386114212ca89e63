import "server-only";
import * as z from "zod";
import { env } from "@/lib/env";

const TIMEOUT_MS = 5000;

const moment = z.iso.datetime().transform((at) => new Date(at));

const accessList = z.object({
  accesses: z.array(
    z.object({
      id: z.uuid(),
      at: moment,
      service: z.string(),
      provider: z.string(),
      purpose: z.string(),
      items: z.array(z.string()),
      consentedAt: moment,
      helper: z.string().nullable().default(null),
    }),
  ),
  next: z.string().nullable(),
});

const overview = z.object({
  latest: accessList,
  consents: z.array(
    z.object({
      id: z.uuid(),
      clientId: z.string(),
      service: z.string(),
      provider: z.string(),
      controller: z.string(),
      purpose: z.string(),
      items: z.array(z.string()),
      text: z.string(),
      version: z.int(),
      status: z.enum(["active", "replaced", "withdrawn", "expired"]),
      givenAt: moment,
      expiresAt: moment.nullable(),
      endedAt: moment.nullable(),
    }),
  ),
});

export type Consent = z.output<typeof overview>["consents"][number];
export type Access = z.output<typeof accessList>["accesses"][number];

/** Connect no longer takes this token: the agreement behind it is over, or the session is. */
export class TokenRefused extends Error {
  override readonly name = "TokenRefused";
}

async function call(token: string, path: string, method = "GET") {
  const response = await fetch(new URL(`/api/v1/consents${path}`, env().CONNECT_URL), {
    method,
    headers: { authorization: `Bearer ${token}` },
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status === 401) throw new TokenRefused();
  return response;
}

async function get<S extends z.ZodType>(token: string, path: string, schema: S) {
  const response = await call(token, path);
  if (!response.ok) throw new Error(`consents answered ${response.status}`);
  return schema.parse(await response.json());
}

/** What this person agreed to, and the latest readings, through Connect's public API. */
export const fetchOverview = (token: string) => get(token, "", overview);

/** Who read this person's data; `before` is the `next` of the page before. */
export const fetchAccesses = (token: string, before: string | null) =>
  get(token, before ? `/accesses?before=${encodeURIComponent(before)}` : "/accesses", accessList);

/** False when there is no such agreement. */
export async function withdrawRemotely(token: string, id: string): Promise<boolean> {
  const { status } = await call(token, `/${encodeURIComponent(id)}`, "DELETE");
  if (status !== 204 && status !== 404 && status !== 422)
    throw new Error(`consents answered ${status}`);
  return status === 204;
}
