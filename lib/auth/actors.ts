import "server-only";
import { asResident } from "@/lib/auth/acting";
import type { Actor } from "@/lib/auth/actor";
import { getViewer } from "@/lib/auth/session";
import { trackingHash } from "@/lib/auth/tracking";

/**
 * Everybody this browser may act as, for addresses that serve residents and agents alike (files):
 * whoever owns the thing asked for is the one who acts.
 */
export async function listOwnActors(): Promise<Actor[]> {
  const [viewer, code] = [await getViewer(), await trackingHash()];
  const visitors: Actor[] = code ? [{ kind: "visitor", id: code }] : [];
  if (!viewer) return visitors;
  const resident = asResident(viewer);
  return [resident, ...(viewer.agent ? [viewer.agent] : []), ...visitors];
}
