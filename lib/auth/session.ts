import "server-only";
import { sql } from "drizzle-orm";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { findAccountSession } from "@/lib/auth/account-session";
import { asResident, findHelper } from "@/lib/auth/acting";
import { type ActingHelper, type Actor, helperOf } from "@/lib/auth/actor";
import { hasActed, portalSessionId } from "@/lib/auth/portal-session";
import { type Context, who } from "@/lib/context";
import type { Helper } from "@/lib/mandates/model";
import type { AgentRole } from "@/lib/organisations/model";
import { trackingHash } from "./tracking";

type Agent = Extract<Actor, { kind: "agent" }>;

/** Who is signed in on the portal: always a resident, perhaps also somebody's agent. */
export type Viewer = {
  resident: {
    id: string;
    email: string;
    givenName: string;
    familyName: string;
    /** INSEE code of the account's address. */
    communeInsee: string | null;
  };
  agent: (Agent & { name: string; organisationName: string }) | null;
  /** Who acts in this resident’s name; then nothing of the account itself, nor of an agent, is theirs. */
  helper: ActingHelper | null;
};

type Role = {
  organisationId: string;
  role: AgentRole;
  organisationName: string;
  unitIds: string[];
};

type Row = Viewer["resident"] & {
  helper: Helper | null;
  agentId: string | null;
  agentName: string;
  roles: Role[] | null;
};

const unique = <T>(values: readonly T[]) => [...new Set(values)];

function agentOf({ agentId, agentName, roles }: Row): Viewer["agent"] {
  const [first] = roles ?? [];
  if (!agentId || !roles || !first) return null;
  return {
    kind: "agent",
    id: agentId,
    name: agentName,
    organisationName: first.organisationName,
    organisationIds: unique(roles.map(({ organisationId }) => organisationId)),
    unitIds: unique(roles.flatMap(({ unitIds }) => unitIds)),
    roles: roles.map(({ organisationId, role }) => ({ organisationId, role })),
  };
}

/** Who a session of the portal belongs to, while it is open. */
export async function findViewer(sessionId: string): Promise<Viewer | null> {
  const [row] = await who<Row>(sql`portal_viewer(${sessionId})`);
  if (!row) return null;
  const { id, email, givenName, familyName, communeInsee } = row;
  const resident = { id, email, givenName, familyName, communeInsee };
  if (!row.helper) return { resident, agent: agentOf(row), helper: null };
  const helper = await findHelper(sessionId, row.helper);
  return helper && { resident, agent: null, helper };
}

/** The signed-in person, or null. One session read per page, shared by layouts, pages and actions. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const sessionId = await portalSessionId();
  return sessionId ? findViewer(sessionId) : null;
});

const signInFor = (path: string) => redirect(`/se-connecter?retour=${encodeURIComponent(path)}`);

/** The resident, or the sign-in page and back to `path`; a mandate that is over is told first. */
export async function requireResident(path = "/"): Promise<Context> {
  const viewer = await getViewer();
  if (viewer) return { actor: asResident(viewer) };
  const sessionId = await portalSessionId();
  if (sessionId && (await hasActed(sessionId))) redirect("/se-connecter/erreur?error=mandat");
  return signInFor(path);
}

/** The resident themselves: whoever acts in their name finds nothing (404). */
export async function requireSelf(path: string): Promise<Context> {
  const ctx = await requireResident(path);
  return helperOf(ctx.actor) ? notFound() : ctx;
}

/** The agent, or the sign-in page and back to `path`; somebody who is nobody's agent finds nothing (404). */
export async function requireAgent(path = "/agents"): Promise<{ readonly actor: Agent }> {
  const viewer = await getViewer();
  if (!viewer) return signInFor(path);
  if (!viewer.agent) return notFound();
  const { kind, id, unitIds, organisationIds, roles } = viewer.agent;
  return { actor: { kind, id, unitIds, organisationIds, roles } };
}

/** Whoever may hold this request: the signed-in resident, else the visitor with its tracking code. */
export async function getFilingContext(reference?: string): Promise<Context> {
  const viewer = await getViewer();
  if (viewer) return { actor: asResident(viewer) };
  return { actor: { kind: "visitor", id: await trackingHash(reference) } };
}

/** On the account host: the account signed in, or null. */
export async function findAccountContext(): Promise<Context | null> {
  const session = await findAccountSession();
  return session && { actor: { kind: "account", id: session.accountId } };
}

/**
 * On the account host: the account, or the sign-in page and back to `path`. First of all, do they keep it? And were they
 * told where it comes from?
 */
export async function requireAccount(path = "/compte"): Promise<Context> {
  const session = await findAccountSession();
  if (!session) return redirect(`/connexion?suite=${encodeURIComponent(path)}`);
  if (session.isClosing) return redirect(`/compte/garder?suite=${encodeURIComponent(path)}`);
  if (session.awaitsWelcome) return redirect(`/compte/bienvenue?suite=${encodeURIComponent(path)}`);
  return { actor: { kind: "account", id: session.accountId } };
}
