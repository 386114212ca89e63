import "server-only";
import { redirect } from "next/navigation";
import { findAccountSession } from "@/lib/auth/account-session";
import { accountPath } from "@/lib/auth/return-path";
import { requireAccount } from "@/lib/auth/session";
import { PROOF_MINUTES } from "@/lib/connect/model";
import type { Context } from "@/lib/context";

/** Where somebody proves again that it is them, before going on to `path`. */
export const confirmPath = (path: string) =>
  `/compte/confirmer?vers=${encodeURIComponent(accountPath(path))}`;

/** Where the code sent by mail is typed. */
export const confirmCodePath = (id: string, path: string) =>
  `/compte/confirmer/${id}?vers=${encodeURIComponent(accountPath(path))}`;

export const isRecentProof = (provenAt: Date, now = new Date()) =>
  now.getTime() - provenAt.getTime() <= PROOF_MINUTES * 60_000;

/** The session that is to be proven; its page comes before its action. */
export async function ownSession() {
  const session = await findAccountSession();
  return session ?? redirect("/connexion");
}

/** Did whoever holds this session sign in, or prove that it is them, within the last 10 minutes? */
export async function hasRecentProof() {
  const session = await findAccountSession();
  return session !== null && isRecentProof(session.provenAt);
}

/**
 * Before a sensitive act, on its page and in its action: the account, once it was proven within the last 10 minutes,
 * by any means, that it is its owner who holds the session. Otherwise the page that proves it comes first, then
 * `path`. A session left open is not enough. `submit` keeps what was typed.
 */
export async function requireRecentProof(path: string): Promise<Context> {
  const ctx = await requireAccount(path);
  return (await hasRecentProof()) ? ctx : redirect(confirmPath(path));
}
