import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { cookies } from "next/headers";
import { postedForms } from "@/db/schema/auth";
import { system } from "@/lib/auth/actor";
import { cookieName } from "@/lib/auth/cookies";
import { read, transaction } from "@/lib/context";
import { isUuid } from "@/lib/format/id";
import { NOTHING_POSTED, type Posted, type Values } from "@/lib/result";

const LIFETIME_MS = 15 * 60_000;
const NEVER_KEPT = /password|^(current|code|csrf|xsrf)$/;

const visitor = async () => (await cookies()).get(cookieName("visitor"))?.value ?? "";

/** For the next display, without its secrets; returns the id for `?retour=`. */
async function keepPosted({ values, errors }: Posted) {
  const kept = Object.fromEntries(
    Object.entries(values).filter(([name]) => !NEVER_KEPT.test(name)),
  );
  const row = {
    visitor: await visitor(),
    values: kept,
    errors: Object.entries(errors),
    expiresAt: new Date(Date.now() + LIFETIME_MS),
  };
  const [saved] = await transaction(system("posted"), ({ db }) =>
    db.insert(postedForms).values(row).returning({ id: postedForms.id }),
  );
  return saved?.id ?? "";
}

/** Keeps a refused form; returns the address of the page that shows it again. */
export const keptAt = async (at: string, posted: Posted) =>
  `${at}${at.includes("?") ? "&" : "?"}retour=${await keepPosted(posted)}`;

/** The refused form a page must show again, from its search params; nothing if there is none. */
export async function takePosted({
  retour,
}: Record<string, string | string[] | undefined>): Promise<Posted> {
  if (typeof retour !== "string" || !isUuid(retour)) return NOTHING_POSTED;
  const mine = and(
    eq(postedForms.id, retour),
    eq(postedForms.visitor, await visitor()),
    gt(postedForms.expiresAt, new Date()),
  );
  const [posted] = await read(system("posted"), (db) =>
    db
      .select({ values: postedForms.values, errors: postedForms.errors })
      .from(postedForms)
      .where(mine),
  );
  return posted
    ? { values: posted.values, errors: Object.fromEntries(posted.errors) }
    : NOTHING_POSTED;
}

/** The form that came back, else one filled with what is stored. */
export const orStored = (posted: Posted, stored: Values): Posted =>
  posted === NOTHING_POSTED ? { values: stored, errors: {} } : posted;
