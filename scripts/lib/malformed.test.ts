import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refuseUnreadable } from "./malformed.mjs";
import { sendWhole } from "./send-whole.mjs";

let status = 200;

/** Stands for Next, which has read the body before it answers. */
const server = createServer(async (asked, response) => {
  if (refuseUnreadable(asked, response)) return;
  sendWhole(asked, response);
  const body = await text(asked);
  response.statusCode = status;
  response.setHeader("content-type", "text/html");
  response.end(`<html><body>${body.length}</body></html>`);
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

type Asked = { path?: string; accept?: string; body?: string };

const ask = ({ path = "/", accept = "text/html", body }: Asked) =>
  new Promise<{ status: number | undefined; body: string }>((resolve) => {
    const { port } = server.address() as AddressInfo;
    const type = body === undefined ? {} : { "content-type": "multipart/form-data; boundary=b" };
    const method = body === undefined ? "GET" : "POST";
    const headers = { accept, ...type };
    request({ host: "127.0.0.1", port, method, path, headers }, async (answer) =>
      resolve({ status: answer.statusCode, body: await text(answer) }),
    ).end(body);
  });

test.for([
  ["/oidc/%E0%A4%A?x=%00", "*/*", "invalid_request"],
  ["/oidc/auth?client_id=%00", "*/*", "invalid_request"],
  ["/.well-known/%00", "application/json", "invalid_request"],
  ["/oidc/auth?client_id=%00", "text/html", "illisible"],
  ["/%E0%A4%A", "*/*", "illisible"],
] as const)("%s is the sender's fault, to %s", async ([path, accept, said]) => {
  const answer = await ask({ path, accept });
  expect(answer.status).toBe(400);
  expect(answer.body).toContain(said);
});

test.for(["/kit/d%C3%A9but", "/demarches?q=%E0%A4%A", "/suivi?code=%00"])(
  "%s is left to Next",
  async (path) => {
    expect((await ask({ path })).status).toBe(200);
  },
);

const FIELD = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhal';

test("a form that fails because it was cut is told so; another failure stays ours", async () => {
  status = 500;
  const cut = await ask({ body: FIELD });
  expect([cut.status, cut.body.includes("arrivé incomplet")]).toEqual([400, true]);
  for (const body of [`${FIELD}\r\n--b--`, `${FIELD}\r\n--b--\r\n`])
    expect((await ask({ body })).status).toBe(500);
  status = 200;
  expect(await ask({ body: FIELD })).toMatchObject({ status: 200 });
});
