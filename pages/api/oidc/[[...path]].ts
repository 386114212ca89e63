import type { NextApiRequest, NextApiResponse } from "next";
import { getProviderCallback } from "@/lib/connect/provider/instance";
import { env } from "@/lib/env";

export const config = { api: { bodyParser: false, externalResolver: true } };

/** The library builds addresses from these headers: whoever asks, they are the issuer's. */
function pinToIssuer({ headers }: NextApiRequest) {
  const { host, protocol } = new URL(env().CONNECT_URL);
  for (const name of Object.keys(headers))
    if (name === "forwarded" || (name.startsWith("x-forwarded-") && name !== "x-forwarded-for"))
      delete headers[name];
  headers.host = host;
  headers["x-forwarded-proto"] = protocol.slice(0, -1);
}

/** The OpenID provider, at its public paths (see the rewrites of next.config.mjs). */
export default async function oidc(req: NextApiRequest, res: NextApiResponse) {
  pinToIssuer(req);
  const answer = await getProviderCallback();
  await answer(req, res);
}

// In the web process, scripts/lib/provider-calls.mjs hands over what programs call.
Object.assign(globalThis, { answerProvider: oidc });
