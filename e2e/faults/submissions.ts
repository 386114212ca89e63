import type { Page } from "@playwright/test";
import { addresses } from "../support/test";

type Draft = { reference: string };
type Fault = { kill: () => void; isBack: () => Promise<void> };

const PARALLEL = 6;

/** The form of the check-answers page as a browser without JavaScript would send it. */
async function formOf(page: Page, { reference }: Draft) {
  await page.goto(`/mes-demandes/${reference}/recapitulatif`);
  const form = page.locator("form", { has: page.getByRole("button", { name: /^Envoyer/ }) });
  const hidden = await form
    .locator("input[type=hidden]")
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""]),
    );
  return { reference, fields: [...hidden, ["declaration", "oui"]] };
}

type Form = Awaited<ReturnType<typeof formOf>>;

/** True for the receipt's 303; false when the answer never came. */
async function post({ reference, fields }: Form, cookie: string) {
  const body = new FormData();
  for (const [name = "", value = ""] of fields) body.append(name, value);
  const response = await fetch(`${addresses().portal}/mes-demandes/${reference}/recapitulatif`, {
    method: "POST",
    headers: { cookie, origin: addresses().portal },
    body,
    redirect: "manual",
  }).catch(() => null);
  const location = response?.headers.get("location") ?? "";
  return response?.status === 303 && location.endsWith(`/${reference}/envoyee`);
}

/** Sends all drafts, six at a time; web is killed once a few are acknowledged; the others are sent again. */
export async function sendAll(page: Page, drafts: readonly Draft[], { kill, isBack }: Fault) {
  const forms: Form[] = [];
  for (const draft of drafts) forms.push(await formOf(page, draft));
  const cookies = await page.context().cookies(addresses().portal);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const acknowledged: string[] = [];
  const interrupted: Form[] = [];
  const waiting = [...forms];
  let isKilled = false;

  const sendSome = async () => {
    for (let form = waiting.shift(); form; form = waiting.shift()) {
      if (await post(form, cookie)) acknowledged.push(form.reference);
      else interrupted.push(form);
      if (acknowledged.length >= PARALLEL && !isKilled) {
        isKilled = true;
        kill();
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, sendSome));
  await isBack();
  for (const form of interrupted) if (await post(form, cookie)) acknowledged.push(form.reference);
  return { acknowledged, interrupted };
}
