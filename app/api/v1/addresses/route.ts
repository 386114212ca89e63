import { networkOf } from "@/lib/auth/network";
import { getChosenPlace } from "@/lib/auth/place";
import { rateLimiter } from "@/lib/auth/rate";
import { endpoint } from "@/lib/http";
import { Refusal } from "@/lib/problem";
import { searchAddresses } from "@/lib/territory/queries/addresses";
import { addressQuery } from "@/lib/territory/schemas";

// A library's whole reading room may share one address.
const isWithin = rateLimiter({ max: 300, seconds: 60 });

const BUSY =
  "Trop de recherches à la suite. Réessayez dans une minute, ou écrivez l’adresse vous-même.";

/** Addresses like `q`, near the commune given or chosen before: public, nothing is kept of what is searched. */
export const GET = endpoint({ schema: addressQuery }, async ({ q, ...asked }, { request }) => {
  if (!isWithin(networkOf(request.headers.get("x-forwarded-for")))) throw new Refusal(429, BUSY);
  const near = { ...asked, insee: asked.insee ?? (await getChosenPlace())?.insee };
  const addresses = await searchAddresses({ actor: { kind: "visitor", id: "" } }, q, near);
  return Response.json({ addresses }, { headers: { "cache-control": "private, max-age=600" } });
});
