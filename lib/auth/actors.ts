import "server-only";
import { asResident } from "@/lib/auth/acting";
import type { Actor } from "@/lib/auth/actor";
import { getViewer } from "@/lib/auth/session";
import { hashTrackingCode, heldTrackingCodes } from "@/lib/auth/tracking";

/**
 * Everybody this browser may act as, for addresses that serve residents and agents alike (files):
 * whoever owns the thing asked for is the one who acts.
 */
export async function listOwnActors(): Promise<Actor[]> {
  const [viewer, codes] = [await getViewer(), await heldTrackingCodes()];
  const visitors = codes.map((code): Actor => ({ kind: "visitor", id: hashTrackingCode(code) }));
  if (!viewer) return visitors;
  const resident = asResident(viewer);
  return [resident, ...(viewer.agent ? [viewer.agent] : []), ...visitors];
}

/** Everybody this browser files requests as: the resident signed in, else the holder of each tracking code. */
export async function listHolders(): Promise<Actor[]> {
  const actors = await listOwnActors();
  const residents = actors.filter(({ kind }) => kind === "resident");
  return residents.length > 0 ? residents : actors;
}
