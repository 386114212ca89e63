import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { getViewer } from "@/lib/auth/session";

/**
 * Everybody this browser may act as, for addresses that serve residents and agents alike (files):
 * whoever owns the thing asked for is the one who acts.
 */
export async function listOwnActors(): Promise<Actor[]> {
  const viewer = await getViewer();
  if (!viewer) return [];
  const resident: Actor = { kind: "resident", id: viewer.resident.id };
  return viewer.agent ? [resident, viewer.agent] : [resident];
}
