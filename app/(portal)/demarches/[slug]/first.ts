import "server-only";
import { asResident } from "@/lib/auth/acting";
import { certifyAddress } from "@/lib/auth/certify-path";
import type { Viewer } from "@/lib/auth/session";
import type { Provision } from "@/lib/procedures/model";
import { isHolderCertified, needsCertified } from "@/lib/requests/queries/certification";

/** This page, with what a link filled in: whoever leaves it to sign in or to be certified loses nothing. */
export function pathBack(at: string, prefill: Record<string, string>) {
  const fields = new URLSearchParams(
    Object.entries(prefill).map(([name, value]) => [`prefill.${name}`, value]),
  ).toString();
  return fields ? `${at}&${fields}` : at;
}

/** Where to certify one's identity before this procedure begins; null when it may begin. */
export async function certifyFirst(provision: Provision, viewer: Viewer | null, back: string) {
  if (!viewer || !needsCertified(provision)) return null;
  // Nobody certifies the identity of another: the command says so.
  if (viewer.helper) return null;
  const ctx = { actor: asResident(viewer) };
  return (await isHolderCertified(ctx)) ? null : certifyAddress(back);
}
