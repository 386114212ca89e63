import { code, next, start } from "./support/filing";
import { expect, test } from "./support/test";

test.describe("sans JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("un brouillon se reprend sur un autre appareil avec son code", async ({ page, openAs }) => {
    await start(page);
    await page.getByLabel("Prénom").fill("Nadia");
    await page.getByRole("button", { name: "Enregistrer et reprendre plus tard" }).click();
    await expect(
      page.getByRole("heading", { name: "Votre demande est enregistrée" }),
    ).toBeVisible();
    const held = (await code(page).textContent()) ?? "";

    const elsewhere = await openAs(null, { javaScriptEnabled: false });
    await elsewhere.goto("/suivi");
    await elsewhere.getByLabel("Code de suivi").fill(held);
    await elsewhere.getByRole("button", { name: "Voir ma demande" }).click();
    await expect(elsewhere.getByLabel("Prénom")).toHaveValue("Nadia");
  });

  test("un brouillon dont on ne veut plus se supprime, et c’est dit", async ({ page }) => {
    await start(page);
    await page.getByRole("button", { name: "Enregistrer et reprendre plus tard" }).click();
    await page.getByRole("link", { name: "Supprimer ce brouillon" }).click();
    const draft = page.url();
    await page.getByRole("button", { name: "Supprimer ce brouillon" }).click();
    const said = page.getByRole("status").filter({ hasText: "votre brouillon" });
    await expect(said).toBeFocused();
    expect((await page.request.get(draft)).url()).not.toBe(draft);
  });
});

test("de deux fenêtres sur un brouillon, la vieille ne remplace rien tant qu’on n’y écrit pas", async ({
  page,
  context,
}) => {
  await start(page);
  const old = await context.newPage();
  await old.goto(page.url());
  const written = page.waitForResponse((r) => r.request().method() === "PUT" && r.ok());
  await page.getByLabel("Prénom").fill("Nadia");
  await written;
  const puts: string[] = [];
  old.on("request", (request) => request.method() === "PUT" && puts.push(request.url()));
  const awake = old.waitForResponse((r) => r.url().includes("/api/drafts/"));
  await old.getByLabel("Prénom").focus();
  await awake;
  // Longer than the pause after which a change is saved.
  await old.waitForTimeout(2_500);
  await old.goto("/demarches");
  expect(puts).toEqual([]);
  await page.reload();
  await expect(page.getByLabel("Prénom")).toHaveValue("Nadia");
});

test("qui a perdu sa page la retrouve sur cet appareil, ou ailleurs avec le code montré à chaque étape", async ({
  page,
  openAs,
}) => {
  await start(page);
  await page.getByLabel("Prénom").fill("Nadia");
  await next(page);
  const held =
    (await page
      .getByText(/gardez votre code/)
      .locator("strong")
      .textContent()) ?? "";
  await page.goto("/suivi");
  await page.getByRole("link", { name: "Reprendre cette demande" }).click();
  await expect(page.getByLabel("Prénom")).toHaveValue("Nadia");
  await page.goto("/suivi");
  await page.getByRole("button", { name: "Fermer ce suivi" }).click();
  await expect(page.getByRole("link", { name: "Reprendre cette demande" })).toHaveCount(0);

  const elsewhere = await openAs(null);
  await elsewhere.goto("/suivi");
  await elsewhere.getByLabel("Code de suivi").fill(held);
  await elsewhere.getByRole("button", { name: "Voir ma demande" }).click();
  await expect(elsewhere.getByLabel("Prénom")).toHaveValue("Nadia");
});

test("qui revient à la démarche reprend ce qui est commencé, ou recommence", async ({ page }) => {
  await start(page);
  await page.getByLabel("Prénom").fill("Nadia");
  await next(page);
  const draft = page.url();
  await page.getByRole("link", { name: "Retour à la démarche" }).click();
  await expect(page.getByText("Vous avez déjà commencé cette démarche")).toBeVisible();
  await page.getByRole("link", { name: "Reprendre ma demande" }).click();
  await expect(page.getByLabel("Prénom")).toHaveValue("Nadia");
  expect(new URL(page.url()).pathname).toBe(new URL(draft).pathname);
});

test("un brouillon supprimé dans une autre fenêtre le dit, sans page blanche", async ({
  page,
  context,
}) => {
  await start(page);
  const other = await context.newPage();
  await other.goto(page.url().replace(/[^/]+$/, "supprimer"));
  await page.getByLabel("Prénom").fill("Nadia");
  await other.getByRole("button", { name: "Supprimer ce brouillon" }).dblclick();
  await expect(other.getByRole("status").filter({ hasText: "votre brouillon" })).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer et reprendre plus tard" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/introuvable|Se connecter/);
});

test("ce qui est tapé s’enregistre tout seul", async ({ page }) => {
  await start(page);
  const saved = page.waitForResponse((r) => r.request().method() === "PUT" && r.ok());
  await page.getByLabel("Prénom").fill("Nadia");
  await saved;
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Prénom")).toHaveValue("Nadia");
});

test("ce qui est tapé après la fin de la session revient après la connexion", async ({
  openAs,
}) => {
  const page = await openAs("usager.bron@exemple.fr", { fresh: true });
  await start(page);
  await page.context().clearCookies({ name: /session/ });
  await page.getByLabel("Prénom").fill("Nadia-Rose");
  await next(page);
  // Connect still knows them, and leads straight back.
  await expect(page.getByText("Votre session s’était fermée")).toBeVisible();
  await expect(page.getByLabel("Prénom")).toHaveValue("Nadia-Rose");
});
