import { createAccount, newAddress, PASSWORD } from "./support/accounts";
import { addresses, expect, test } from "./support/test";

test.use({ baseURL: addresses().connect });

test("whoever holds an open session proves that it is theirs, then goes on to where they were going", async ({
  page,
  mailTo,
}) => {
  await createAccount(page, mailTo, newAddress("preuve"));
  await page.goto("/compte/confirmer?vers=/compte/mot-de-passe");
  await page.getByLabel("Mot de passe", { exact: true }).fill("pas celui-là");
  await page.getByRole("button", { name: "Confirmer que c’est moi" }).click();
  await expect(page.getByRole("alert", { name: /à corriger/ })).toContainText(
    "pas votre mot de passe",
  );
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Confirmer que c’est moi" }).click();
  await expect(page.getByRole("heading", { name: "Mon mot de passe" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("vous avez confirmé que c’était vous");
});
