import { addresses, expect, test } from "./support/test";

test("health answers on both hosts, with the database, the worker and the version", async ({
  request,
}) => {
  for (const host of [addresses().portal, addresses().connect]) {
    const response = await request.get(`${host}/api/health`);
    expect(response.status()).toBe(200);
    expect(await response.json()).toMatchObject({
      status: "ok",
      database: "ok",
      worker: { status: "ok" },
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  }
});

test("metrics do not exist without their token", async ({ request }) => {
  expect((await request.get("/api/metrics")).status()).toBe(404);
});

test("every answer carries a request id, taken from the caller when it is well formed", async ({
  request,
}) => {
  const given = "journal-2026-0001";
  const kept = await request.get("/", { headers: { "x-request-id": given } });
  expect(kept.headers()["x-request-id"]).toBe(given);
  const refused = await request.get("/", { headers: { "x-request-id": "<script>" } });
  expect(refused.headers()["x-request-id"]).toMatch(/^[\w-]{36}$/);
});

for (const [host, wayOut] of [
  ["portal", "Chercher une démarche"],
  ["connect", "Aller à mon compte"],
] as const)
  test(`an address of ${host} that nothing answers is a 404 in its own frame`, async ({ page }) => {
    for (const path of ["/nulle-part", "/aide/nulle/part", "/mot-de-passe-oublie/nulle/part"]) {
      expect((await page.goto(addresses()[host] + path))?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1, name: /introuvable/i })).toBeVisible();
      await expect(page.getByRole("main").getByRole("link", { name: wayOut })).toBeVisible();
    }
  });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const path of ["/demarches/zut", "/c/abc", "/nulle-part"])
    test(`${path} says that nothing is there, and where to go`, async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1, name: /introuvable/i })).toBeVisible();
      await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
    });
});
