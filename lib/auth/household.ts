import "server-only";
import { accessTokenOf, portalSessionId } from "@/lib/auth/portal-session";
import { getViewer } from "@/lib/auth/session";
import type { KnownChild } from "@/lib/forms/model/children";
import { fetchChildren } from "@/lib/integrations/household-api";

/**
 * The children that whoever is signed in shows to the portal, read from Connect at this moment and kept nowhere; null
 * for whoever has no household to show here: not signed in, or acting in somebody’s name.
 */
export async function ownChildren(): Promise<readonly KnownChild[] | null> {
  const [viewer, sessionId] = [await getViewer(), await portalSessionId()];
  if (!viewer || viewer.helper || !sessionId) return null;
  const token = await accessTokenOf(sessionId);
  return token ? fetchChildren(token) : null;
}
