import { createServer, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { handOver } from "./provider-calls.mjs";

const CONNECT_URL = "https://compte.example";
const here = globalThis as { answerProvider?: unknown };

afterEach(() => {
  delete here.answerProvider;
});

/** Who answers this address of this host, and with which headers. */
async function ask(path: string, host = "compte.example") {
  const handle = handOver((_: unknown, response: ServerResponse) => response.end("next"), {
    CONNECT_URL,
  });
  const server = createServer(handle).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<{ by: string; status?: number; headers: object }>((resolve) => {
    request({ port, host: "127.0.0.1", path, headers: { host } }, (response) => {
      const { statusCode: status = 0, headers } = response;
      response.setEncoding("utf8").once("data", (by) => resolve({ by, status, headers }));
    }).end();
  });
  server.close();
  return answer;
}

const answersAs = (run: () => Promise<void>) => {
  here.answerProvider = async (_: unknown, response: { end(text: string): void }) => {
    await run();
    response.end("provider");
  };
};

test.for([
  ["/oidc/token", "compte.example", "provider"],
  ["/oidc/userinfo?access_token=x", "compte.example", "provider"],
  ["/oidc/token", "portail.example", "next"],
  ["/oidc/auth?client_id=x", "compte.example", "next"],
  ["/oidc/tokens", "compte.example", "next"],
  ["/oidc/token?x=%00", "compte.example", "next"],
] as const)("%s on %s: %s", async ([path, host, by]) => {
  answersAs(async () => {});
  expect((await ask(path, host)).by).toBe(by);
});

test("Next answers as long as the provider is not loaded", async () => {
  expect((await ask("/oidc/token")).by).toBe("next");
});

test("says what every answer says", async () => {
  answersAs(async () => {});
  expect((await ask("/oidc/token")).headers).toMatchObject({
    "x-request-id": expect.stringMatching(/^[\w-]{36}$/),
    "x-content-type-options": "nosniff",
    "strict-transport-security": expect.stringContaining("max-age"),
  });
});

test("a fault is an answer of the protocol", async () => {
  answersAs(() => Promise.reject(new Error("broken")));
  expect(await ask("/oidc/token")).toMatchObject({ status: 500, by: '{"error":"server_error"}' });
});
