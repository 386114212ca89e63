import { createRemoteJWKSet, jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import { AFTER, isSignedIn, leave } from "./logout";
import { library, logoutTokens, origin, runJobs, world } from "./support";

const EVENT = "http://schemas.openid.net/event/backchannel-logout";

describe("plan oidcc-backchannel-rp-initiated-logout", () => {
  test("oidcc-backchannel-logout-discovery-endpoint-verification", async () => {
    expect((await library(world.client)).serverMetadata()).toMatchObject({
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
      end_session_endpoint: expect.stringMatching(/^http/),
    });
  });

  test("oidcc-backchannel-rp-initiated-logout", async () => {
    const { location, signedIn } = await leave(() => ({}));
    expect(location).toBe(`${AFTER}?state=logout-state`);
    await runJobs();
    expect(logoutTokens).toHaveLength(1);
    const keys = createRemoteJWKSet(new URL(`${origin}/oidc/jwks`));
    const options = { issuer: origin, audience: world.client.id, typ: "logout+jwt" };
    const { payload, protectedHeader } = await jwtVerify(logoutTokens[0] ?? "", keys, options);
    expect(protectedHeader.alg).toBe("RS256");
    const { sub, sid } = signedIn.claims;
    expect(payload).toMatchObject({ sub, sid, jti: expect.any(String), iat: expect.any(Number) });
    expect(payload.events).toEqual({ [EVENT]: {} });
    expect(payload).not.toHaveProperty("nonce");
    expect(await isSignedIn()).toBe(false);
  });
});
