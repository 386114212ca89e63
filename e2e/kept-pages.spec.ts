import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./support/test";

const PAGES = [
  "/",
  "/demarches",
  "/demarches?theme=logement",
  "/demarches/stationnement-demenagement?commune=69029",
  "/demarches/demande-information?organisme=bron",
  "/c/69029",
  "/suivi",
  "/aide",
  "/plan-du-site",
  "/accessibilite",
  "/cookies",
  "/donnees-personnelles",
  "/mentions-legales",
];

const TOKEN = /[0-9a-z]{8,9}\.[\w-]{43}/g;

/** As this visitor gets it; a cookie that is not a reader’s has it rendered. */
async function read(request: APIRequestContext, path: string, visitor: string, isKept: boolean) {
  const cookie = `visitor=${visitor}${isKept ? "" : "; density=dense"}`;
  const answer = await request.get(path, { headers: { cookie } });
  const html = await answer.text();
  const policy = answer.headers()["content-security-policy"] ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  const id = answer.headers()["x-request-id"] ?? "";
  expect(html, path).toContain(`nonce="${nonce}"`);
  // What follows is the same once more, as data, in the order in which it was ready; the head too.
  const markup = html.slice(html.indexOf("<body"), html.indexOf("self.__next_f"));
  const shared = markup.replaceAll(nonce, "").replaceAll(id, "").replaceAll(TOKEN, "");
  return { shared, own: [nonce, id, ...new Set(html.match(TOKEN))] };
}

test("public pages are the same for two visitors but for what is each one’s, rendered or kept", async ({
  request,
}) => {
  for (const path of PAGES) {
    const one = await read(request, path, "premier-visiteur-0123456", false);
    const two = await read(request, path, "deuxieme-visiteur-012345", false);
    const kept = await read(request, path, "troisieme-visiteur-01234", true);
    const again = await read(request, path, "quatrieme-visiteur-01234", true);
    for (const other of [two, kept, again]) expect(other.shared === one.shared, path).toBe(true);
    const all = [one, two, kept, again].flatMap(({ own }) => own);
    expect(new Set(all).size, path).toBe(all.length);
  }
});

test("the form of a kept page is its reader’s, and nobody else’s", async ({ request }) => {
  const visitor = "cinquieme-visiteur-01234";
  const html = await (await request.get("/", { headers: { cookie: `visitor=${visitor}` } })).text();
  const value = (name: RegExp) => name.exec(html)?.[1] ?? "";
  const multipart = {
    [value(/name="(\$ACTION_ID_\w+)"/)]: "",
    csrf: value(/name="csrf" value="([^"]+)"/),
    retour: "/",
    lieu: "Bron",
  };
  const post = async (by: string) => {
    const answer = await request.post("/", {
      multipart,
      headers: { cookie: `visitor=${by}` },
      maxRedirects: 0,
    });
    return `${answer.status()} ${answer.headers().location}`;
  };
  expect(await post("sixieme-visiteur-0123456")).toMatch(/^303 .*retour=/);
  expect(await post(visitor)).toBe("303 /");
});

test("a theme shows at once on a page that is kept", async ({ openAs }) => {
  const page = await openAs(null, { javaScriptEnabled: false });
  await page.goto("/cookies");
  await page.goto("/affichage");
  await page.getByLabel("Sombre").check();
  await page.getByRole("button", { name: "Enregistrer mon choix" }).click();
  await page.goto("/cookies");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
