import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { decodeJwt } from "jose";
import { LRUCache } from "lru-cache";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import * as oidc from "openid-client";
import { portalSessions, residents } from "@/db/schema/auth";
import { agents } from "@/db/schema/organisations";
import { system } from "@/lib/auth/actor";
import { cookieName } from "@/lib/auth/cookies";
import { connectClient } from "@/lib/auth/oidc-client";
import { takeOverPrevious } from "@/lib/auth/previous-residents";
import { deriveSecret, seal, unseal } from "@/lib/auth/secrets";
import { SESSION_HOURS } from "@/lib/connect/model";
import { read, type Transaction, transaction } from "@/lib/context";
import type { Helper } from "@/lib/mandates/model";

const portal = system("portal-session");
const HOUR_MS = 3_600_000;
const EARLY_MS = 30_000;

/** Of Connect, for this person; `expiresAt` is the access token's, in milliseconds. */
export type Tokens = { access: string; refresh: string; id: string; expiresAt: number };

/** Who acts for the person whom the other claims are about (RFC 8693 §4.1). */
type Act = { sub: string; name?: string; organization?: string };

export type Claims = {
  sub: string;
  act?: Act;
  email?: string;
  email_verified?: boolean;
  given_name?: string;
  family_name?: string;
  address?: { insee?: string };
} & Record<string, unknown>;

const sealed = (tokens: Tokens) => seal("portal-tokens", JSON.stringify(tokens));
const opened = (tokens: string): Tokens => JSON.parse(unseal("portal-tokens", tokens));

async function saveResident({ db }: Transaction, { sub, act: _, ...claims }: Claims) {
  const columns = {
    email: claims.email ?? "",
    givenName: claims.given_name ?? "",
    familyName: claims.family_name ?? "",
    communeInsee: claims.address?.insee ?? null,
    claims,
  };
  const [resident] = await db
    .insert(residents)
    .values({ sub, ...columns })
    .onConflictDoUpdate({ target: residents.sub, set: { ...columns, updatedAt: sql`now()` } })
    .returning({ id: residents.id });
  if (!resident) throw new Error("no resident");
  return resident.id;
}

const helperFrom = ({ act }: Claims): Helper | null =>
  act ? { id: act.sub, name: [act.name, act.organization].filter(Boolean).join(", ") } : null;

/** An agent is known by the professional address their administrator wrote; Connect has verified it. */
const linkAgent = ({ db }: Transaction, residentId: string, { email, email_verified }: Claims) =>
  email && email_verified
    ? db
        .update(agents)
        .set({ residentId })
        .where(and(eq(agents.email, email.toLowerCase()), isNull(agents.residentId)))
    : null;

/** A new session after Connect has said who is there; returns its id. */
export function openPortalSession(claims: Claims, sid: string | null, tokens: Tokens) {
  return transaction(portal, async (ctx) => {
    const residentId = await saveResident(ctx, claims);
    await takeOverPrevious(ctx, residentId, claims.previous_subs);
    const helper = helperFrom(claims);
    await linkAgent(ctx, residentId, claims);
    const expiresAt = new Date(Date.now() + SESSION_HOURS * HOUR_MS);
    const [session] = await ctx.db
      .insert(portalSessions)
      .values({ residentId, sub: claims.sub, sid, helper, tokens: sealed(tokens), expiresAt })
      .returning({ id: portalSessions.id });
    if (!session) throw new Error("no session");
    return session.id;
  });
}

const isOpen = (id: string) =>
  and(
    eq(portalSessions.id, id),
    isNull(portalSessions.revokedAt),
    sql`${portalSessions.expiresAt} > now()`,
  );

/** What a cookie says never changes; decrypting it costs more than the rest of the look-up. */
const named = new LRUCache<string, string>({ max: 5_000 });

/** The session named by this browser's cookie, whether still open or not; null without one of ours. */
export async function portalSessionId(): Promise<string | null> {
  const token = (await cookies()).get(cookieName("session"))?.value;
  if (!token) return null;
  const known = named.get(token);
  if (known) return known;
  const content = await decode({ token, secret: deriveSecret("portal-session") }).catch(() => null);
  if (typeof content?.session !== "string") return null;
  named.set(token, content.session);
  return content.session;
}

/** Ends a session of the portal; returns the id token that tells Connect which one it was. */
export async function closePortalSession(id: string): Promise<string | null> {
  const [closed] = await transaction(portal, ({ db }) =>
    db
      .update(portalSessions)
      .set({ revokedAt: new Date() })
      .where(isOpen(id))
      .returning({ tokens: portalSessions.tokens }),
  );
  return closed ? opened(closed.tokens).id : null;
}

/** In an action or a route handler: this browser's session of the portal, and its cookie. */
export async function endOwnSession(): Promise<string | null> {
  const id = await portalSessionId();
  (await cookies()).delete(cookieName("session"));
  return id ? closePortalSession(id) : null;
}

/** In an action: every session of the person of this browser, who no longer lets the portal know them. */
export async function forgetResident() {
  const id = await portalSessionId();
  (await cookies()).delete(cookieName("session"));
  if (!id) return;
  await transaction(portal, ({ db }) =>
    db
      .update(portalSessions)
      .set({ revokedAt: new Date() })
      .where(
        and(
          isNull(portalSessions.revokedAt),
          sql`${portalSessions.sub} = (select sub from portal_sessions where id = ${id})`,
        ),
      ),
  );
}

async function refresh(tokens: Tokens): Promise<Tokens | null> {
  const fresh = await oidc
    .refreshTokenGrant(await connectClient(), tokens.refresh)
    .catch((error) => {
      if (error instanceof oidc.ResponseBodyError) return null;
      throw error;
    });
  return (
    fresh && {
      access: fresh.access_token,
      refresh: fresh.refresh_token ?? tokens.refresh,
      id: fresh.id_token ?? tokens.id,
      expiresAt: Date.now() + (fresh.expires_in ?? 0) * 1000,
    }
  );
}

/**
 * A usable access token, or null when Connect no longer grants one: the session is then closed. The row is locked
 * while it is refreshed, so that parallel pages use one refresh token once.
 */
export function accessTokenOf(id: string): Promise<string | null> {
  return transaction(portal, async ({ db }) => {
    const [row] = await db
      .select({ tokens: portalSessions.tokens })
      .from(portalSessions)
      .where(isOpen(id))
      .for("update");
    if (!row) return null;
    const tokens = opened(row.tokens);
    if (tokens.expiresAt - EARLY_MS > Date.now()) return tokens.access;
    const fresh = await refresh(tokens);
    await db
      .update(portalSessions)
      .set(fresh ? { tokens: sealed(fresh) } : { revokedAt: new Date() })
      .where(eq(portalSessions.id, id));
    return fresh?.access ?? null;
  });
}

/** Was this a session in somebody’s name, which is over? */
export async function hasActed(id: string) {
  const rows = await read(portal, (db) =>
    db
      .select({ id: portalSessions.id })
      .from(portalSessions)
      .where(
        and(
          eq(portalSessions.id, id),
          isNotNull(portalSessions.revokedAt),
          isNotNull(portalSessions.helper),
        ),
      ),
  );
  return rows.length > 0;
}

/** Who acts in the name of the person of an open session; null in their own. */
export async function findActor(id: string): Promise<Helper | null> {
  const [row] = await read(portal, (db) =>
    db.select({ helper: portalSessions.helper }).from(portalSessions).where(isOpen(id)),
  );
  return row?.helper ?? null;
}

/** When the person of this browser's session last proved to Connect who they are; null when it was not asked. */
export async function portalProvenAt(): Promise<Date | null> {
  const id = await portalSessionId();
  if (!id) return null;
  const [row] = await read(portal, (db) =>
    db.select({ tokens: portalSessions.tokens }).from(portalSessions).where(isOpen(id)),
  );
  const { auth_time: at } = row ? decodeJwt<{ auth_time?: number }>(opened(row.tokens).id) : {};
  return at ? new Date(at * 1000) : null;
}

/** For the next-auth callback: a revoked session signs out. */
export async function isPortalSessionOpen(id: string) {
  const rows = await read(portal, (db) =>
    db.select({ id: portalSessions.id }).from(portalSessions).where(isOpen(id)),
  );
  return rows.length > 0;
}
