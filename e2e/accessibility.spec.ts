import { expectAccessible } from "./support/axe";
import { addresses, expect, type Page, test } from "./support/test";

type Place = {
  name: string;
  /** On the portal unless it starts with the other host. */
  path: string;
  as?: string;
  /** From that page to one whose address is not known in advance. */
  then?: (page: Page) => Promise<unknown>;
};

const { connect } = addresses();

const PLACES: Place[] = [
  { name: "home", path: "/" },
  { name: "help", path: "/aide" },
  { name: "site map", path: "/plan-du-site" },
  { name: "legal notice", path: "/mentions-legales" },
  { name: "personal data", path: "/donnees-personnelles" },
  { name: "cookies", path: "/cookies" },
  { name: "accessibility", path: "/accessibilite" },
  { name: "display", path: "/affichage" },
  { name: "not found", path: "/nulle-part" },
  { name: "help to sign in", path: `${connect}/aide-connexion` },
  { name: "cookies of the account", path: `${connect}/cookies` },
];

for (const { name, path, as, then } of PLACES) {
  test(`${name} is accessible, in both themes, from 320 px`, async ({ page, signInAs }) => {
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      const isOurs = ["127.0.0.1", "localhost"].includes(hostname);
      if (protocol.startsWith("http") && !isOurs) elsewhere.push(request.url());
    });
    if (as) await signInAs(as);
    await page.goto(path);
    await then?.(page);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    expect(elsewhere, "calls to another site").toEqual([]);
  });
}

test("the keyboard can skip the header", async ({ page }) => {
  await page.goto("/affichage");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

for (const javaScriptEnabled of [true, false])
  test(`the theme can be chosen ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    openAs,
  }) => {
    const page = await openAs(null, { javaScriptEnabled, colorScheme: "light" });
    await page.goto("/affichage");
    const ground = () =>
      page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(await ground()).toBe("rgb(251, 250, 247)");
    await page.getByLabel("Sombre").check();
    await page.getByRole("button", { name: "Enregistrer mon choix" }).click();
    await expect(page.getByRole("status")).toContainText("C’est enregistré");
    expect(await ground()).toBe("rgb(18, 25, 27)");
    await page.goto("/aide");
    expect(await ground()).toBe("rgb(18, 25, 27)");
  });
