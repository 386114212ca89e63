import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { cookieOptions } from "@/lib/auth/cookies";
import { authOptions } from "@/lib/auth/next-auth";
import { localPath } from "@/lib/auth/return-path";
import { PROOF_MINUTES } from "@/lib/connect/model";
import { env } from "@/lib/env";
import { isUuid } from "@/lib/format/id";
import { seeOther } from "@/lib/http";

/** next-auth starts a sign-in by a POST with its own token; a link must do, so the server writes both. */
async function ownCsrf(secret: string) {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${secret}`).digest("hex");
  const isSecure = env().PORTAL_URL.startsWith("https:");
  const name = isSecure ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token";
  (await cookies()).set(name, `${token}|${hash}`, cookieOptions());
  return token;
}

/** In seconds: half of how long a proof is good for, so that there is time left to act. */
const PROOF_AGE = (PROOF_MINUTES * 60) / 2;

/** `preuve`: whoever signed in some time ago does it again. `partage`: asks again what may be shared. `pour`: the mandate to act under, or « moi »; Connect asks for a confirmation, and says whether it holds. */
function askedOf(query: URLSearchParams) {
  const asked = query.get("pour") ?? "";
  if (query.get("preuve") === "oui") return `?mandate=none&max_age=${PROOF_AGE}`;
  if (query.get("partage") === "oui") return "?mandate=none&prompt=consent";
  if (asked === "moi") return "?mandate=none";
  return isUuid(asked) ? `?mandate=${asked}` : "";
}

/** Starts a sign-in and comes back to `retour`, a page of the portal. Works as a plain link. */
export async function GET(request: NextRequest) {
  // next-auth comes back here when a sign-in fails: starting again by itself could go on for ever.
  if (request.nextUrl.searchParams.has("error")) return seeOther("/se-connecter/erreur");
  const options = authOptions();
  const origin = new URL(env().PORTAL_URL).origin;
  const callbackUrl = new URL(localPath(request.nextUrl.searchParams.get("retour")), origin).href;
  const form = { csrfToken: await ownCsrf(options.secret ?? ""), callbackUrl };
  const { searchParams } = request.nextUrl;
  const post = new NextRequest(`${origin}/api/auth/signin/connect${askedOf(searchParams)}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
  });
  const params = Promise.resolve({ nextauth: ["signin", "connect"] });
  const response: Response = await NextAuth(post, { params }, options);
  response.headers.set("cache-control", "no-store");
  return response;
}
