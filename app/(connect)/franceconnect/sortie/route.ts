import { findLanding } from "@/lib/accounts/commands/identifications";
import { identifyingBrowser } from "@/lib/auth/identification";
import { seeOther } from "@/lib/http";

/** Signed out of FranceConnect: on to where this browser was going, which only our own table knows. */
export async function GET(request: Request) {
  const state = new URL(request.url).searchParams.get("state") ?? "";
  return seeOther((await findLanding(state, await identifyingBrowser())) ?? "/compte");
}
