import "server-only";
import { redirect } from "next/navigation";
import { portalProvenAt } from "@/lib/auth/portal-session";
import { isRecentProof } from "@/lib/auth/proof";
import { requireAgent } from "@/lib/auth/session";

/** As `requireAgent`, in the action of a sensitive act: once they proved again at Connect that it is them. */
export async function requireProvenAgent(path: string) {
  const ctx = await requireAgent(path);
  const provenAt = await portalProvenAt();
  return provenAt && isRecentProof(provenAt)
    ? ctx
    : redirect(`/se-connecter?preuve=oui&retour=${encodeURIComponent(path)}`);
}
