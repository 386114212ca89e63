import "server-only";
import { redirect } from "next/navigation";
import { accessTokenOf, closePortalSession, portalSessionId } from "@/lib/auth/portal-session";
import { TokenRefused } from "@/lib/integrations/consents-api";

/**
 * Calls Connect with the signed-in resident's access token. When Connect no longer takes it, the portal's session
 * is over too: sign in again, and back to `path`.
 */
export async function withOwnToken<T>(
  path: string,
  call: (token: string) => Promise<T>,
): Promise<T> {
  const id = await portalSessionId();
  const token = id && (await accessTokenOf(id));
  const answered = token
    ? await call(token).catch((error: unknown) => {
        if (error instanceof TokenRefused) return null;
        throw error;
      })
    : null;
  if (answered !== null) return answered;
  if (id) await closePortalSession(id);
  return redirect(`/se-connecter?retour=${encodeURIComponent(path)}`);
}
