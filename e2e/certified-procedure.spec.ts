import { createAccount, newAddress } from "./support/accounts";
import { certify, identifyAs, signOut, somebody } from "./support/franceconnect";
import { addresses, expect, test } from "./support/test";

const { connect, portal } = addresses();

test.use({ baseURL: connect });

const LINK = `${portal}/demarches/pass-urbain?organisme=metropole-de-lyon&prefill.situation=emploi`;

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a procedure asks for a certified identity: FranceConnect, back, nothing lost", async ({
    page,
    mailTo,
  }) => {
    await createAccount(page, mailTo, newAddress("demande"));
    await page.goto(LINK);
    await page.getByRole("link", { name: "Me connecter pour commencer" }).click();
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await page.getByRole("link", { name: "Certifier mon identité pour commencer" }).click();
    await expect(page.getByText("Vous revenez ensuite à votre démarche")).toBeVisible();
    const name = somebody(["FONTAINE", "ŒUVRARD"]);
    await identifyAs(page, name);

    await expect(page).toHaveURL(new RegExp(`^${portal}/demarches/pass-urbain`));
    await page.getByRole("button", { name: "Commencer la démarche" }).click();
    const main = page.getByRole("main");
    await expect(main.getByText(name)).toBeVisible();
    await expect(main.getByText("Certifié FranceConnect")).toHaveCount(2);
    await expect(page.getByLabel("Nom", { exact: true })).toHaveCount(0);
    await expect(page.getByLabel("En emploi")).toBeChecked();
  });
});

test("who is certified already begins at once", async ({ page, mailTo }) => {
  await createAccount(page, mailTo, newAddress("certifie"));
  await certify(page, somebody(["ZÉNON", "Guillaume PETIT"]));
  await expect(page.getByRole("status")).toContainText("certifiée");
  await page.goto(LINK);
  await page.getByRole("link", { name: "Me connecter pour commencer" }).click();
  await page.getByRole("button", { name: "Accepter et continuer" }).click();
  await expect(page.getByRole("button", { name: "Commencer la démarche" })).toBeVisible();
  await signOut(page);
});
