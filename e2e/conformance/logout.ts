import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { pool } from "@/db/client";
import { look, type SignedIn, signIn, world } from "./support";

export const AFTER = "https://conformance.example/";

type Changes = Record<string, string | undefined>;

/** Signs in, then sends the browser to the end of session as the module wants it. */
export async function leave(change: (signedIn: SignedIn) => Changes | Promise<Changes>) {
  const signedIn = await signIn();
  const params: Changes = {
    id_token_hint: signedIn.tokens.id_token ?? "",
    post_logout_redirect_uri: AFTER,
    state: "logout-state",
    ...(await change(signedIn)),
  };
  const sent = Object.entries(params).filter((entry): entry is [string, string] => !!entry[1]);
  const { location } = await world.browser.get(`/oidc/session/end?${new URLSearchParams(sent)}`);
  return { signedIn, location };
}

/** « Me déconnecter partout » on the page that asks. */
export async function confirm(location: string) {
  expect(location).toMatch(/^\/deconnexion/);
  const [session] = await pool.execute<{ secret: string }>(sql`
    select payload -> 'state' ->> 'secret' as secret from oidc_artifacts where model = 'Session'`);
  const form = { xsrf: session?.secret ?? "", logout: "yes" };
  return (await world.browser.post("/oidc/session/end/confirm", form)).location;
}

/** Is somebody signed in here? As the suite asks: by `prompt=none`. */
export async function isSignedIn() {
  const { url } = await look({ prompt: "none" });
  const error = url?.searchParams.get("error") ?? null;
  if (error !== null) expect(error).toBe("login_required");
  return error === null;
}
