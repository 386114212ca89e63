import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { oidcArtifacts, sessionDevices } from "@/db/schema/connect";
import { hashToken } from "@/lib/auth/secrets";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import {
  type Authentication,
  BY_PASSWORD,
  PROOF_MINUTES,
  SESSION_HOURS,
  type SessionDevice,
  SHARED_SESSION_MINUTES,
} from "../model";

const token = () => randomBytes(32).toString("base64url");

type Opened = {
  uid: string;
  accountId: string;
  device: SessionDevice;
  /** Sealed id token of FranceConnect, when it opened the session. */
  franceConnect?: string | undefined;
};

/** Notes on which device a session is open, once: it is then shown to its owner. */
export function noteSessionDevice(ctx: Context, { uid, accountId, device, franceConnect }: Opened) {
  return transaction(ctx, async (ctx) => {
    const [noted] = await ctx.db
      .insert(sessionDevices)
      .values({ uid, accountId, deviceId: device.id, name: device.name, franceConnect })
      .onConflictDoNothing()
      .returning({ uid: sessionDevices.uid });
    if (noted) await recordEvent(ctx, "session.open", accountId, { device: device.name });
  });
}

type How = {
  authentication?: Authentication;
  device?: SessionDevice;
  franceConnect?: string | undefined;
};

const lifetime = (isShared: boolean) =>
  isShared ? SHARED_SESSION_MINUTES * 60 : SESSION_HOURS * 3600;

type Kept = { loginTs?: number; amr?: string[]; acr?: string };

/** Two proofs given within ten minutes count together: a level asked for later adds to the one there is. */
function together({ loginTs = 0, amr = [], acr }: Kept, now: number, next: Authentication) {
  if (now - loginTs > PROOF_MINUTES * 60) return next;
  return { amr: [...new Set([...amr, ...next.amr])], acr: next.acr ?? acr };
}

type Renewal = {
  accountId: string;
  authentication: Authentication;
  franceConnect?: string | undefined;
};

/**
 * The same person proves who they are once more in the same browser: the session goes on under another cookie, and no
 * service is told that it ended. Null when it is over.
 */
export function renewSession(ctx: Context, uid: string, { accountId, ...how }: Renewal) {
  return transaction(ctx, async (ctx) => {
    const session = and(eq(oidcArtifacts.model, "Session"), eq(oidcArtifacts.uid, uid));
    const mine = and(session, eq(oidcArtifacts.accountId, accountId));
    const [row] = await ctx.db
      .select({ payload: oidcArtifacts.payload })
      .from(oidcArtifacts)
      .where(mine)
      .for("update");
    if (!row) return null;
    const now = Math.floor(Date.now() / 1000);
    const exp = now + lifetime(row.payload.transient === true);
    const [cookie, expiresAt] = [token(), new Date(exp * 1000)];
    const { amr, acr } = together(row.payload, now, how.authentication);
    const payload = { ...row.payload, loginTs: now, exp, amr, acr };
    await ctx.db
      .update(oidcArtifacts)
      .set({ id: hashToken(cookie), payload, expiresAt })
      .where(mine);
    if (how.franceConnect)
      await ctx.db
        .update(sessionDevices)
        .set({ franceConnect: how.franceConnect })
        .where(eq(sessionDevices.uid, uid));
    await recordEvent(ctx, "session.open", accountId, { renewed: true });
    return { cookie, expiresAt };
  });
}

/** A session of the provider, as the library itself would write it; returns what the browser's cookie holds. */
export function openSession(
  ctx: Context,
  accountId: string,
  isShared: boolean,
  { authentication = BY_PASSWORD, device, franceConnect }: How = {},
) {
  return transaction(ctx, async (ctx) => {
    const now = Math.floor(Date.now() / 1000);
    const exp = now + lifetime(isShared);
    const [cookie, uid, expiresAt] = [token(), token(), new Date(exp * 1000)];
    const payload = {
      kind: "Session",
      iat: now,
      exp,
      uid,
      accountId,
      loginTs: now,
      ...authentication,
      ...(isShared ? { transient: true } : {}),
    };
    await ctx.db
      .insert(oidcArtifacts)
      .values({ model: "Session", id: hashToken(cookie), payload, uid, accountId, expiresAt });
    if (device) await noteSessionDevice(ctx, { uid, accountId, device, franceConnect });
    else await recordEvent(ctx, "session.open", accountId);
    return { cookie, expiresAt };
  });
}
