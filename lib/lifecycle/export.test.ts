import { beforeEach, expect, test } from "vitest";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { createClient } from "@/db/test/connect";
import { account, only } from "@/db/test/factories";
import { authenticate } from "@/lib/accounts/commands/authenticate";
import { rememberDevice } from "@/lib/accounts/commands/remember-device";
import { updateIdentity } from "@/lib/accounts/commands/update-profile";
import { system } from "@/lib/auth/actor";
import { giveConsent } from "@/lib/consents/commands/decide";
import { recordAccess } from "@/lib/consents/commands/record-access";
import { readableExport } from "./model/readable";
import { exportAccount } from "./queries/export-account";

const [{ id, email } = only([]), other = only([])] = DEMO_ACCOUNTS;
const mine = { actor: account(id) };

beforeEach(async () => {
  await seedDemoAccounts();
  const { id: clientId } = await createClient("piscines");
  const consent = { accountId: id, clientId, place: "consent-page" } as const;
  const { id: consentId } = await giveConsent(mine, { ...consent, ticked: [] });
  for (let n = 0; n < 45; n++)
    await recordAccess(system("test"), { accountId: id, clientId, consentId, items: ["identity"] });
  await authenticate({ email, password: DEMO_PASSWORD }, "n", "Firefox sur Windows");
  await rememberDevice(id, { key: "a", name: "Firefox sur Windows", isProven: true });
});

test("an export says all that the account holds, and nothing that opens it", async () => {
  const data = await exportAccount(mine);
  expect(data).toMatchObject({
    contact: { email },
    consents: [{ service: "Service de test", items: ["Nom et prénom"], status: "active" }],
    devices: [{ name: "Firefox sur Windows" }],
  });
  expect(data.accesses).toHaveLength(45);
  expect(data.journal.map(({ what }) => what)).toContain("Connexion");
  expect(JSON.stringify(data)).not.toMatch(/argon2|passwordHash/);
});

test("it is one's own: another account finds nothing of it", async () => {
  const data = await exportAccount({ actor: account(other.id) });
  expect(JSON.stringify(data)).not.toContain(email);
  expect(data).toMatchObject({ consents: [], accesses: [], devices: [] });
});

test("the page to read shows the same, whatever was typed", async () => {
  await updateIdentity(mine, { givenName: "<script>x</script>", familyName: "L’Héritier" });
  const page = readableExport(await exportAccount(mine), "GrandLyon Connect");
  expect(page).toContain("Service de test");
  expect(page).toContain(email);
  expect(page).toContain("&#60;script&#62;");
  expect(page).not.toContain("<script");
});
