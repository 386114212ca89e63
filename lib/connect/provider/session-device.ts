import "server-only";
import type { Context, Next } from "koa";
import type { KoaContextWithOIDC } from "oidc-provider";
import { system } from "@/lib/auth/actor";
import { noteSessionDevice } from "../commands/open-session";
import type { SessionDevice } from "../model";

/** After a sign-in on one of our pages: that page says on which device, the session is the library's. */
export async function noteDevice(ctx: Context, next: Next) {
  await next();
  const { oidc } = ctx as unknown as KoaContextWithOIDC;
  const { uid, accountId } = oidc?.session ?? {};
  if (oidc?.route !== "resume" || !uid || !accountId) return;
  const device = oidc.result?.login?.device as SessionDevice | undefined;
  if (device) await noteSessionDevice(system("connect"), { uid, accountId, device });
}
