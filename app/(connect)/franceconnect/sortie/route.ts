import { findLanding } from "@/lib/accounts/commands/identifications";
import { identifyingBrowser, landOn } from "@/lib/auth/identification";

/** Signed out of FranceConnect: on to where this browser was going, which only our own table knows. */
export async function GET(request: Request) {
  const state = new URL(request.url).searchParams.get("state") ?? "";
  return landOn(request, (await findLanding(state, await identifyingBrowser())) ?? "/compte");
}
