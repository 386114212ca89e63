import { expect, test, vi } from "vitest";
import { invalid } from "@/lib/errors";
import { takePosted } from "@/lib/posted";
import { postedForm } from "./posted-form";

const AT = "https://compte.example/page";

// The request is outside: Next gives it, a browser sent it.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: "visitor" }) }),
  headers: async () => new Headers({ "sec-fetch-site": "same-origin" }),
}));

const post = (body: BodyInit, type?: string) =>
  new Request(AT, { method: "POST", body, ...(type ? { headers: { "content-type": type } } : {}) });

const good = () => post(new URLSearchParams({ email: "a@exemple.fr", password: "secret" }));

test("leads with a 303 to where the command says", async () => {
  const response = await postedForm(good(), "/page", async (form) => `/${form.get("email")}`);
  expect([response.status, response.headers.get("location")]).toEqual([303, "/a@exemple.fr"]);
});

test.for([
  ["/page", "/page?retour="],
  ["/page?cle=x", "/page?cle=x&retour="],
] as const)("an expected refusal leads back to %s with what was typed", async ([at, start]) => {
  const response = await postedForm(good(), at, async () => {
    throw invalid({ email: "Vérifiez." });
  });
  const location = response.headers.get("location") ?? "";
  expect([response.status, location.slice(0, start.length)]).toEqual([303, start]);
  expect(await takePosted({ retour: location.slice(start.length) })).toEqual({
    values: { email: "a@exemple.fr" },
    errors: { email: "Vérifiez." },
  });
});

test("a NUL, which PostgreSQL cannot keep, costs nobody what they typed", async () => {
  const typed = new URLSearchParams({ email: "a\0@exemple.fr", "na\0me": "x" });
  const seen: unknown[] = [];
  const response = await postedForm(post(typed), "/page", async (form) => {
    seen.push(...form);
    throw invalid({ email: "Vérifiez." });
  });
  expect(seen).toEqual([
    ["email", "a\ufffd@exemple.fr"],
    ["na\ufffdme", "x"],
  ]);
  const retour = response.headers.get("location")?.slice("/page?retour=".length);
  expect(await takePosted({ retour })).toMatchObject({
    values: { email: "a\ufffd@exemple.fr" },
    errors: { email: "Vérifiez." },
  });
});

test.for([
  [413, () => post(new URLSearchParams({ email: "a".repeat(70_000) }))],
  [415, () => post("{}", "application/json")],
  [400, () => post("garbage", "multipart/form-data; boundary=x")],
] as const)("what no browser sends is answered %i, and kept nowhere", async ([status, request]) => {
  const run = vi.fn(async () => "/");
  expect((await postedForm(request(), "/page", run)).status).toBe(status);
  expect(run).not.toHaveBeenCalled();
});
