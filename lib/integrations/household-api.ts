import "server-only";
import * as z from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

const TIMEOUT_MS = 3000;

const household = z.object({
  children: z.array(
    z
      .object({
        id: z.uuid(),
        given_name: z.string(),
        family_name: z.string(),
        birthdate: z.string(),
        birthplace: z.string(),
      })
      .transform(({ given_name, family_name, ...child }) => ({
        ...child,
        givenName: given_name,
        familyName: family_name,
      })),
  ),
});

export type HouseholdChild = z.output<typeof household>["children"][number];

/**
 * The children that the person agreed to show, asked of Connect each time and kept nowhere. None when they did not
 * agree, or when Connect does not answer: a form never waits for it.
 */
export async function fetchChildren(token: string): Promise<HouseholdChild[]> {
  try {
    const response = await fetch(new URL("/api/v1/household", env().CONNECT_URL), {
      headers: { authorization: `Bearer ${token}` },
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok ? household.parse(await response.json()).children : [];
  } catch (error) {
    log.warn({ reason: (error as Error).name }, "household not read");
    return [];
  }
}
