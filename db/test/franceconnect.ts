import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createFranceConnect } from "@/simulators/franceconnect/server";

const CLIENT = {
  id: "connect-test",
  name: "Connect",
  secret: "a-secret-of-a-test-client",
  redirectUris: ["http://localhost:3000/franceconnect/retour"],
  postLogoutRedirectUris: ["http://localhost:3000/franceconnect/sortie"],
};

/** What a test does to an answer on its way: a liar, or a fault. */
type Change = (body: string, path: string) => string | Promise<string>;

/** FranceConnect learns another address of Connect. */
export function declareConnect(origin: string) {
  CLIENT.redirectUris.push(`${origin}/franceconnect/retour`);
  CLIENT.postLogoutRedirectUris.push(`${origin}/franceconnect/sortie`);
}

/** The simulator on a port of its own; `env()` must not have been read before. `change` alters its answers. */
export async function startFranceConnect() {
  const state: { change: Change | null; isDown: boolean; offset: number } = {
    change: null,
    isDown: false,
    offset: 0,
  };
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`;
  const now = () => Date.now() + state.offset;
  const handle = await createFranceConnect({ issuer, clients: [CLIENT], now });
  server.on("request", async (request: IncomingMessage, response: ServerResponse) => {
    if (state.isDown) return request.socket.destroy();
    const { change } = state;
    if (!change) return handle(request, response);
    const end = response.end.bind(response);
    response.end = ((body: string) => {
      const path = new URL(request.url ?? "/", issuer).pathname;
      Promise.resolve(change(body ?? "", path)).then((changed) => end(changed));
      return response;
    }) as typeof response.end;
    return handle(request, response);
  });
  process.env.FRANCECONNECT_ISSUER = issuer;
  process.env.FRANCECONNECT_CLIENT_ID = CLIENT.id;
  process.env.FRANCECONNECT_CLIENT_SECRET = CLIENT.secret;
  return { issuer, state, stop: () => server.close() };
}

/** Goes where the button leads, as this person; returns the query that comes back. */
export async function identifyAs(identity: string, address: string) {
  const asked = await fetch(address, { redirect: "manual" });
  const cookie = (asked.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const interaction = new URL(asked.headers.get("location") ?? "", address);
  const chosen = await fetch(interaction, {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body: new URLSearchParams({ identity }),
  });
  return new URL(chosen.headers.get("location") ?? "", address).search;
}
