import "server-only";
import { awaitLeaving } from "@/lib/accounts/commands/identifications";
import { closeAccountSession, findAccountSession } from "@/lib/auth/account-session";
import { seal, unseal } from "@/lib/auth/secrets";
import { findFranceConnect } from "@/lib/connect/queries";
import { FranceConnectFault, logoutUrl } from "@/lib/integrations/franceconnect";
import { log } from "@/lib/log";

const SEALED_FOR = "franceconnect-session";

/** As the database keeps the id token that names a session of FranceConnect. */
export const sealIdToken = (idToken: string) => seal(SEALED_FOR, idToken);

/**
 * Where to send a browser whose session ends: through FranceConnect's own sign-out when it opened that session, and on
 * to `landing`. FranceConnect away keeps nobody here.
 */
export async function exitThrough(sealed: string | null, landing: string): Promise<string> {
  if (!sealed) return landing;
  try {
    return await logoutUrl(unseal(SEALED_FOR, sealed), await awaitLeaving(landing));
  } catch (error) {
    if (!(error instanceof FranceConnectFault)) throw error;
    log.warn({ kind: error.kind, reason: error.message }, "franceconnect sign-out");
    return landing;
  }
}

/** In an action or a route handler: ends the session of this browser; returns where to send it. */
export async function leaveAccount(landing: string): Promise<string> {
  const session = await findAccountSession();
  const sealed = session && (await findFranceConnect(session.uid));
  await closeAccountSession();
  return exitThrough(sealed, landing);
}
