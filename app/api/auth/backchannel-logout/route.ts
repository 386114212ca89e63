import { verifyLogoutToken } from "@/lib/auth/logout-token";
import { obeyLogoutToken } from "@/lib/auth/obey-logout";
import { readInput } from "@/lib/body";
import { answer } from "@/lib/http";
import { Refusal } from "@/lib/problem";

const FORM = ["application/x-www-form-urlencoded"];

/** Connect says that a session is over (OpenID Connect Back-Channel Logout 1.0). */
export const POST = (request: Request) =>
  answer(request, async () => {
    const input = (await readInput(request, FORM, 16_384)) as Record<string, unknown>;
    const token = await verifyLogoutToken(input.logout_token);
    if (!token || !(await obeyLogoutToken(token)))
      throw new Refusal(400, "Ce jeton de déconnexion n’est pas valable.");
    return new Response(null, { status: 200, headers: { "cache-control": "no-store" } });
  });
