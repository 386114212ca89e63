import "server-only";
import { notFound, redirect } from "next/navigation";
import { getFilingContext, requireResident } from "@/lib/auth/session";
import { findTrackingHash } from "@/lib/auth/tracking";
import { DomainError } from "@/lib/errors";
import { followRequest } from "@/lib/requests/queries/follow-request";

/** Signed in since it was filed without an account: this browser still holds its code. */
async function orClaim(reference: string): Promise<never> {
  const isHeld = (await findTrackingHash(reference)) !== "";
  return isHeld ? redirect(`/suivi/rattacher?reference=${reference}`) : notFound();
}

/** A sent request for whoever holds it; anybody else is led to sign in, to claim it, to their draft, or gets a 404. */
export async function loadFollowed(reference: string) {
  const ctx = await getFilingContext(reference);
  if (ctx.actor.id === "") await requireResident(`/mes-demandes/${reference}`);
  const followed = await followRequest(ctx, reference).catch((error: unknown) => {
    if (error instanceof DomainError) return orClaim(reference);
    throw error;
  });
  if (followed.request.status === "draft") redirect(`/mes-demandes/${reference}/reprendre`);
  return { ctx, followed };
}
