import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/context";
import { trackingHash } from "./tracking";

type Agent = Extract<Actor, { kind: "agent" }>;

/** Who is signed in on the portal: always a resident, perhaps also somebody's agent. */
export type Viewer = {
  resident: { id: string; email: string; givenName: string; familyName: string };
  agent: (Agent & { name: string; organisationName: string }) | null;
};

/** The signed-in person, or null. One session read per page, shared by layouts, pages and actions. */
export const getViewer = cache(async (): Promise<Viewer | null> => null);

const signInFor = (path: string) => redirect(`/se-connecter?retour=${encodeURIComponent(path)}`);

/** The resident, or the sign-in page and back to `path`. */
export async function requireResident(path = "/"): Promise<Context> {
  const viewer = await getViewer();
  return viewer ? { actor: { kind: "resident", id: viewer.resident.id } } : signInFor(path);
}

/** Whoever may hold a request: the signed-in resident, else the visitor with their tracking code. */
export async function getFilingContext(): Promise<Context> {
  const viewer = await getViewer();
  if (viewer) return { actor: { kind: "resident", id: viewer.resident.id } };
  return { actor: { kind: "visitor", id: await trackingHash() } };
}

/** The agent, or the sign-in page; 404 for somebody signed in who treats nothing. */
export async function requireAgent(path = "/agents/demandes") {
  const viewer = await getViewer();
  if (!viewer) return signInFor(path);
  if (!viewer.agent) notFound();
  const { name, organisationName, ...actor } = viewer.agent;
  return { actor, name, organisationName };
}
