import { createHash } from "node:crypto";
import { serve } from "./serve";

type Options = { connect: string; clientId: string; secret: string };

const VERIFIER = "a-verifier-that-never-changes-and-is-long-enough-0123";
const challenge = createHash("sha256").update(VERIFIER).digest("base64url");

/** A service that does everything wrong: nothing is checked, nothing changes, and a refusal starts over. */
export async function startBadClient(options: () => Options) {
  let own = "";
  const start = () => {
    const { connect, clientId } = options();
    const query = new URLSearchParams({
      client_id: clientId,
      response_type: "code",
      scope: "openid profile",
      redirect_uri: `${own}/retour`,
      state: "toujours-le-meme",
      nonce: "toujours-le-meme",
      code_challenge: challenge,
      code_challenge_method: "S256",
    });
    return Response.redirect(`${connect}/oidc/auth?${query}`, 302);
  };
  const redeem = async (code: string) => {
    const { connect, clientId, secret } = options();
    const response = await fetch(`${connect}/oidc/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code,
        redirect_uri: `${own}/retour`,
        code_verifier: VERIFIER,
      }),
    });
    return (await response.json()) as { access_token?: string };
  };
  const comeBack = async (url: URL) => {
    const code = url.searchParams.get("code");
    if (!code) return start();
    const { access_token: token = "" } = await redeem(code);
    const headers = { authorization: `Bearer ${token}` };
    await fetch(`${options().connect}/oidc/userinfo`, { headers });
    await redeem(code);
    return new Response("bonjour");
  };
  own = await serve(async (request) => {
    const url = new URL(request.url);
    if (url.pathname === "/retour") return comeBack(url);
    if (url.pathname === "/deconnexion") return new Response("oups", { status: 500 });
    return start();
  });
  return own;
}
