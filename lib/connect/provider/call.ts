import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Context, Next } from "koa";
import { errors, type KoaContextWithOIDC } from "oidc-provider";
import { findToken, type StoredToken, type TokenModel } from "../queries/tokens";
import { ROUTES } from "./routes";
import { type Writes, writeCall } from "./writes";

type Call = { token: StoredToken | null; writes: Writes };

const calls = new AsyncLocalStorage<Call>();

/** A code or token, read with all that it hangs on: for the rest of this call, `told` knows it. */
export async function findHeld(model: TokenModel, id: string) {
  const found = await findToken(model, id);
  const call = calls.getStore();
  if (call && found) call.token = found;
  return found?.stored ?? null;
}

/** What the row of this call's token already says, by `pick`; where it says nothing, `ask` the database. */
export async function told<T>(
  pick: (token: StoredToken) => T | Promise<T> | undefined,
  ask: () => Promise<T>,
): Promise<T> {
  const token = calls.getStore()?.token;
  const known = token ? pick(token) : undefined;
  return known === undefined ? ask() : known;
}

/** What this call writes, all at once before it is answered; undefined elsewhere, where it is written at once. */
export const pendingWrites = () => calls.getStore()?.writes;

const OF_PROGRAMS: readonly string[] = [
  ROUTES.token,
  ROUTES.userinfo,
  ROUTES.introspection,
  ROUTES.revocation,
];

/**
 * A call of a program reads its token once, with all that it hangs on, and writes in one transaction: a code is used
 * and its tokens kept, or neither, as where the call is refused. Whoever finds the code used meanwhile hears so in the
 * place of tokens.
 */
export async function oneDoor(ctx: Context, next: Next) {
  if (!OF_PROGRAMS.includes(ctx.path)) return next();
  const writes: Writes = { consumed: [], stored: [], accesses: [] };
  await calls.run({ token: null, writes }, next);
  if (ctx.status >= 400 || (await writeCall(writes))) return;
  const oidcCtx = ctx as unknown as KoaContextWithOIDC;
  const error = new errors.InvalidGrant("already used");
  oidcCtx.oidc.provider.emit("grant.error", oidcCtx, error);
  throw error;
}
