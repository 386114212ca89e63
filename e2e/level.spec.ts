import { createHash } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { createAccount, newAddress, typeSignIn } from "./support/accounts";
import { addresses, expect, type Page, test } from "./support/test";

const { connect, partner } = addresses();

test.use({ baseURL: connect });

const codeOf = (key: string | null, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32((key ?? "").replace(/\s/g, "")) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });

async function addCodes(page: Page) {
  await page.getByRole("link", { name: /mes moyens de connexion/ }).click();
  await page.getByRole("button", { name: "Ajouter une application de codes" }).click();
  const key = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent();
  await page.getByLabel(/^Code à 6/).fill(codeOf(key, -1));
  await page.getByRole("button", { name: "Activer les codes" }).click();
  await expect(page.getByRole("heading", { name: "Codes de secours" })).toBeVisible();
  return key;
}

/** As the partner would send somebody, with a request of its own. */
const request = (extra: Record<string, string>) =>
  `/oidc/auth?${new URLSearchParams({
    client_id: "pass-urbain",
    response_type: "code",
    scope: "openid",
    redirect_uri: `${partner}/retour`,
    code_challenge: createHash("sha256").update("x".repeat(43)).digest("base64url"),
    code_challenge_method: "S256",
    ...extra,
  })}`;

const insisting = (level: string) => ({
  claims: JSON.stringify({ id_token: { acr: { essential: true, value: level } } }),
});

/** What the partner is told when this is done. */
async function told(page: Page, act: () => Promise<unknown>) {
  const isReturn = (url: string) => url.startsWith(`${partner}/retour?`);
  const [returned] = await Promise.all([
    page.waitForRequest((sent) => isReturn(sent.url())),
    act(),
  ]);
  await page.waitForURL((url) => url.origin === partner && url.pathname !== "/retour");
  const { searchParams } = new URL(returned.url());
  return searchParams.get("error") ?? (searchParams.has("code") ? "code" : "nothing");
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a service that insists on a second factor has it asked, once more, of whoever is signed in", async ({
    page,
    mailTo,
    openAs,
  }) => {
    const email = newAddress("niveau");
    await createAccount(page, mailTo, email);
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

    await page.goto(request({ acr_values: "eidas1" }));
    await expect(page.getByRole("heading", { name: "Confirmez qui vous êtes" })).toBeVisible();
    await expect(page.getByText("Votre identité n’est pas encore certifiée")).toBeVisible();
    await press("Continuer sans");
    expect(await told(page, () => press("Accepter et continuer"))).toBe("code");

    // On another device, so that this session has not seen the codes.
    const other = await openAs(null, { baseURL: connect, javaScriptEnabled: false });
    await other.goto("/connexion");
    await typeSignIn(other, email);
    const key = await addCodes(other);

    await page.goto(request(insisting("mfa")));
    await press("Donner ma seconde preuve");
    await page.getByLabel(/^Code à 6/).fill(codeOf(key));
    expect(await told(page, () => press("Entrer"))).toBe("code");
    expect(await told(page, () => page.goto(request(insisting("mfa"))))).toBe("code");

    await page.goto(request(insisting("eidas1")));
    const unmet = "unmet_authentication_requirements";
    expect(await told(page, () => press("Revenir au service"))).toBe(unmet);

    await page.goto(request({ prompt: "select_account" }));
    expect(await told(page, () => press("Léa Fontaine"))).toBe("code");
    await page.goto(request({ prompt: "select_account", login_hint: "autre@exemple.fr" }));
    await press("Un autre compte");
    await expect(page.getByLabel("Courriel")).toHaveValue("autre@exemple.fr");
  });
});
