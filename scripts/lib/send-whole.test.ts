import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendWhole } from "./send-whole.mjs";

type Page = { status?: number; type?: string; isZipped?: boolean; html?: string };

let page: Page = {};

/** Stands for Next: writes a page in three pieces. */
const server = createServer((asked, response) => {
  sendWhole(asked, response);
  const { status = 200, type = "text/html; charset=utf-8", isZipped, html = "" } = page;
  response.statusCode = status;
  response.setHeader("content-type", type);
  response.setHeader("x-request-id", "request-0001");
  if (isZipped) response.setHeader("content-encoding", "gzip");
  const sent = isZipped ? gzipSync(html) : Buffer.from(html);
  response.write(sent.subarray(0, 5));
  response.write(sent.subarray(5, 9));
  response.end(sent.subarray(9));
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

const ask = (next: Page, method = "GET") =>
  new Promise<{ status?: number; headers: Record<string, unknown>; body: Buffer }>((resolve) => {
    page = next;
    const { port } = server.address() as AddressInfo;
    request({ host: "127.0.0.1", port, method }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      const { statusCode: status = 0, headers } = answer;
      answer.on("end", () => resolve({ status, headers, body: Buffer.concat(chunks) }));
    }).end();
  });

const HTML = "<html><body>Bonjour, l’été</body></html>";

test("a page comes in one piece, whose length is told", async () => {
  const { status, headers, body } = await ask({ html: HTML });
  expect([status, body.toString()]).toEqual([200, HTML]);
  expect(headers["content-length"]).toBe(String(body.length));
  expect(headers["transfer-encoding"]).toBe(undefined);
});

test("a compressed page stays compressed", async () => {
  const { headers, body } = await ask({ html: HTML, isZipped: true });
  expect(headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(body).toString()).toBe(HTML);
  expect(headers["content-length"]).toBe(String(body.length));
});

test("a page that failed says so without JavaScript, compressed or not, and names the request", async () => {
  for (const isZipped of [false, true]) {
    const { status, headers, body } = await ask({ status: 500, html: HTML, isZipped });
    expect(status).toBe(500);
    expect(body.toString()).toMatch(
      /<body><noscript>[\s\S]*request-0001[\s\S]*<\/noscript>Bonjour/,
    );
    expect(headers["content-length"]).toBe(String(body.length));
    expect(headers["content-encoding"]).toBe(undefined);
  }
});

test("« not found » says so only where Next leaves the page blank", async () => {
  const blank = HTML.replace("<html>", '<html id="__next_error__">');
  expect((await ask({ status: 404, html: blank })).body.toString()).toContain("Page introuvable");
  expect((await ask({ status: 404, html: HTML })).body.toString()).toBe(HTML);
});

test("what is no page goes out as it is written; a HEAD has no body", async () => {
  const file = await ask({ html: HTML, type: "application/pdf" });
  expect(file.headers["transfer-encoding"]).toBe("chunked");
  expect(file.body.toString()).toBe(HTML);
  const head = await ask({ html: HTML }, "HEAD");
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers["content-length"]).not.toBe("0");
});
