import { expect, test, vi } from "vitest";
import * as z from "zod";
import { serve } from "@/db/test/serve";
import { csrfToken } from "@/lib/auth/csrf";
import { conflict, forbidden, invalid, notFound } from "@/lib/errors";
import { endpoint } from "@/lib/http";

// Next's own request scope does not exist here; the browser has a visitor cookie.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: "a-visitor" }) }),
  headers: async () => new Headers(),
}));

const schema = z.object({ name: z.string("Écrivez votre nom").min(1, "Écrivez votre nom") });
const OURS = { "sec-fetch-site": "same-origin" };
const JSON_TYPE = { ...OURS, "content-type": "application/json" };
const MULTIPART = { ...OURS, "content-type": "multipart/form-data; boundary=x" };

const echo = endpoint(
  { schema, maxBytes: 100, types: ["application/json", "multipart/form-data"] },
  async ({ name }) => {
    if (name === "nobody") throw notFound("Personne");
    if (name === "secret") throw forbidden();
    if (name === "taken") throw conflict("Ce nom est pris.");
    if (name === "wrong") throw invalid({ name: "Écrivez un autre nom." });
    if (name === "bug") throw new Error("password=hunter2");
    return Response.json({ name });
  },
);
const start = () => serve((request) => echo(request, { params: Promise.resolve({}) }));

const PART = '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nSamira\r\n--x--\r\n';

test.for([
  ["good JSON", 200, JSON_TYPE, '{"name":"Samira"}'],
  ["good multipart", 200, MULTIPART, PART],
  ["malformed JSON", 400, JSON_TYPE, '{"name":'],
  ["JSON that is not UTF-8", 400, JSON_TYPE, Buffer.from([0x22, 0xff, 0x22])],
  ["malformed multipart", 400, MULTIPART, "--y\r\n"],
  ["a value of the wrong shape", 400, JSON_TYPE, '{"name":""}'],
  ["another type", 415, { ...OURS, "content-type": "text/xml" }, "<name/>"],
  ["no type", 415, OURS, Buffer.from("{}")],
  ["too large a body", 413, JSON_TYPE, JSON.stringify({ name: "x".repeat(200) })],
  ["what is not there", 404, JSON_TYPE, '{"name":"nobody"}'],
  ["what is not allowed", 403, JSON_TYPE, '{"name":"secret"}'],
  ["what changed meanwhile", 409, JSON_TYPE, '{"name":"taken"}'],
  ["what the domain refuses", 422, JSON_TYPE, '{"name":"wrong"}'],
  ["a bug", 500, JSON_TYPE, '{"name":"bug"}'],
] as const)("%s is answered %i", async ([, status, headers, body]) => {
  const response = await fetch(await start(), { method: "POST", headers, body });
  expect(response.status).toBe(status);
  if (status === 200) return;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(/ .+[.]$/) });
});

test.for([
  [413, "x".repeat(200)],
  [404, "nobody"],
  [500, "bug"],
] as const)("a person is answered %i by a page that says what to do", async ([status, name]) => {
  const headers = { ...JSON_TYPE, accept: "text/html,application/xhtml+xml" };
  const body = JSON.stringify({ name });
  const response = await fetch(await start(), { method: "POST", headers, body });
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const page = await response.text();
  expect(page).toMatch(/<h1>(Page introuvable|Nous n’avons pas pu répondre)/);
  expect(page).not.toContain("hunter2");
});

test("a body that hides its length is cut at the limit", async () => {
  const chunk = new TextEncoder().encode(" ".repeat(64));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => (sent++ < 1000 ? controller.enqueue(chunk) : controller.close()),
  });
  const init = { method: "POST", headers: JSON_TYPE, body, duplex: "half" as const };
  const response = await echo(new Request("http://test/", init), { params: Promise.resolve({}) });
  expect(response.status).toBe(413);
  expect(sent).toBeLessThan(10);
});

test("each wrong field is named, with what to do", async () => {
  const init = { method: "POST", headers: JSON_TYPE, body: '{"name":""}' };
  expect(await (await fetch(await start(), init)).json()).toMatchObject({
    errors: { name: "Écrivez votre nom" },
  });
});

test("a bug gives its request id and nothing else", async () => {
  const headers = { ...JSON_TYPE, "x-request-id": "abc-12345" };
  const init = { method: "POST", headers, body: '{"name":"bug"}' };
  const text = await (await fetch(await start(), init)).text();
  expect(text).toContain("abc-12345");
  expect(text).not.toMatch(/hunter2|Error|at /);
});

test.for([
  ["another site", { "sec-fetch-site": "cross-site" }, 403],
  ["a sister site", { "sec-fetch-site": "same-site" }, 403],
  ["another origin, in an older browser", { origin: "https://evil.example" }, 403],
  ["nowhere known, without a token", {}, 403],
  ["nowhere known, with a false token", { "x-csrf": "l0.abc" }, 403],
] as const)("a write from %s is refused", async ([, from, status]) => {
  const headers = { "content-type": "application/json", ...from };
  const init = { method: "POST", headers, body: '{"name":"Samira"}' };
  const response = await echo(new Request("http://test/", init), { params: Promise.resolve({}) });
  expect(response.status).toBe(status);
});

test("a write without origin passes with our token", async () => {
  const headers = { "content-type": "application/json", "x-csrf": await csrfToken() };
  const init = { method: "POST", headers, body: '{"name":"Samira"}' };
  const response = await echo(new Request("http://test/", init), { params: Promise.resolve({}) });
  expect(response.status).toBe(200);
});

test("a read takes its input from the address", async () => {
  expect((await fetch(`${await start()}/?name=Samira`)).status).toBe(200);
  expect((await fetch(`${await start()}/`)).status).toBe(400);
});
