import { rememberPortalReturn } from "@/lib/auth/identification";
import { seeOther } from "@/lib/http";

/** From a procedure of the portal that asks for a certified identity; `retour` is a page of the portal. */
export async function GET(request: Request) {
  await rememberPortalReturn(new URL(request.url).searchParams.get("retour"));
  return seeOther("/compte/certification");
}
