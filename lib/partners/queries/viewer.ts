import "server-only";
import { notFound, redirect } from "next/navigation";
import { getViewer } from "@/lib/auth/session";
import type { Context } from "@/lib/context";
import { orNotFound } from "@/lib/page";
import type { Person } from "../commands/members";
import { getClient } from "./clients";
import { getPartner } from "./members";

/** The signed-in person, or null. */
export async function findPerson(): Promise<Person | null> {
  const viewer = await getViewer();
  // A mandate is for one’s own affairs, not for those of an organisation.
  if (!viewer || viewer.helper) return null;
  const { id, email, givenName, familyName } = viewer.resident;
  return { id, email, name: `${givenName} ${familyName}`.trim() || email };
}

/** The signed-in person, or the sign-in page and back to `path`. */
export async function requirePerson(path: string): Promise<Person> {
  return (await findPerson()) ?? redirect(`/se-connecter?retour=${encodeURIComponent(path)}`);
}

/** A page of an organisation: who is there, and for whom; 404 for whoever is no member. */
export async function openPartner(slug: string, rest = "") {
  const person = await requirePerson(`/partenaires/${slug}${rest}`);
  const ctx: Context = { actor: { kind: "resident", id: person.id } };
  const partner = await orNotFound(getPartner(ctx, slug));
  return { ctx, person, partner };
}

/** A page of one of its services. */
export async function openClient(slug: string, id: string, rest = "") {
  const opened = await openPartner(slug, `/services/${id}${rest}`);
  if (!/^[a-z0-9-]{1,64}$/.test(id)) notFound();
  const client = await orNotFound(getClient(opened.ctx, opened.partner.id, id));
  return { ...opened, client };
}
