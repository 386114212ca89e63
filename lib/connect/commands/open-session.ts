import "server-only";
import { randomBytes } from "node:crypto";
import { oidcArtifacts, sessionDevices } from "@/db/schema/connect";
import { hashToken } from "@/lib/auth/secrets";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import {
  type Authentication,
  BY_PASSWORD,
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

/** A session of the provider, as the library itself would write it; returns what the browser's cookie holds. */
export function openSession(
  ctx: Context,
  accountId: string,
  isShared: boolean,
  { authentication = BY_PASSWORD, device, franceConnect }: How = {},
) {
  return transaction(ctx, async (ctx) => {
    const now = Math.floor(Date.now() / 1000);
    const exp = now + (isShared ? SHARED_SESSION_MINUTES * 60 : SESSION_HOURS * 3600);
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
