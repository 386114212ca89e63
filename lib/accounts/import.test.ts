import { spawnSync } from "node:child_process";
import { pbkdf2Sync } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hash as argon2 } from "@node-rs/argon2";
import { hash as bcrypt } from "bcryptjs";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { accounts, importedAccounts } from "@/db/schema";
import {
  authorizationOf,
  Browser,
  createAccount,
  createClient,
  startConnect,
} from "@/db/test/connect";
import { only } from "@/db/test/factories";
import { system } from "@/lib/auth/actor";
import { openSession } from "@/lib/connect/commands/open-session";
import { findSession } from "@/lib/connect/queries";
import { readCsv } from "@/lib/format/csv-read";
import { foreignHash } from "@/lib/integrations/foreign-hash";
import { isOurs } from "@/lib/integrations/password";
import { authenticate } from "./commands/authenticate";
import { importAccounts } from "./commands/import-accounts";
import { welcomeAccount } from "./commands/welcome";
import { readImportRow } from "./model/import";

const { origin, stop } = await startConnect();
const { getProvider } = await import("@/lib/connect/provider/instance");
afterAll(stop);

const PASSWORD = "cormoran vélo tiroir";
const derived = (digest: string, salt: string | Buffer) =>
  pbkdf2Sync(PASSWORD, salt, 1000, 32, digest);
const ab64 = (bytes: Buffer) => bytes.toString("base64").replaceAll("+", ".").replaceAll("=", "");
const salt = Buffer.from("0123456789abcdef");

const HASHES: [string, () => Promise<string>][] = [
  ["bcrypt", () => bcrypt(PASSWORD, 4)],
  ["bcrypt of PHP", async () => (await bcrypt(PASSWORD, 4)).replace("$2b$", "$2y$")],
  ["argon2id, other costs", () => argon2(PASSWORD, { memoryCost: 4096, timeCost: 1 })],
  ["argon2i", () => argon2(PASSWORD, { algorithm: 1, memoryCost: 4096 })],
  ["Django", async () => `pbkdf2_sha256$1000$sel$${derived("sha256", "sel").toString("base64")}`],
  ["passlib", async () => `$pbkdf2-sha512$1000$${ab64(salt)}$${ab64(derived("sha512", salt))}`],
];

const row = (values: Record<string, string> = {}) => ({
  id: "u1",
  email: "Lea.Fontaine@Exemple.fr",
  email_verified: "true",
  given_name: "Léa",
  family_name: "Fontaine",
  birthdate: "1990-05-12",
  gender: "female",
  phone: "06 39 98 00 01",
  password_hash: "",
  certified: "true",
  ...values,
});

const read = (values: Record<string, string> = {}) => {
  const found = readImportRow(row(values), (hash) => foreignHash(hash) !== null);
  if (typeof found === "string") throw new Error(found);
  return found;
};

const ctx = system("test");
const find = async (email: string) =>
  only(await pool.select().from(accounts).where(eq(accounts.email, email)));

describe("a password of before", () => {
  test.for(HASHES)("in %s opens the account, and is ours from then on", async ([, make]) => {
    const old = await make();
    await importAccounts(ctx, "bassins", [read({ password_hash: old })]);
    const email = "lea.fontaine@exemple.fr";
    const wrong = authenticate({ email, password: "pas le bon" }, "192.0.2.1");
    await expect(wrong).rejects.toMatchObject({ code: "forbidden" });
    expect((await find(email)).passwordHash).toBe(old);
    const before = (await find(email)).passwordChangedAt;
    await authenticate({ email, password: PASSWORD }, "192.0.2.1");
    const after = await find(email);
    expect(isOurs(after.passwordHash ?? "")).toBe(true);
    expect(after.passwordChangedAt).toEqual(before);
    await authenticate({ email, password: PASSWORD }, "192.0.2.1");
  });

  test.each([
    "",
    "azerty",
    "$2b$31$0123456789012345678901u1234567890123456789012345678901234567890",
    "pbkdf2_sha256$99999999$sel$AAAA",
    "pbkdf2_md5$1000$sel$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "$argon2id$v=19$m=99999999999,t=1,p=1$AAAA$AAAA",
    "{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
  ])("that we cannot verify is not taken: %j", (hash) => {
    expect(foreignHash(hash)).toBeNull();
  });
});

test.each([
  [{ id: "" }, "id"],
  [{ email: "x" }, "courriel mal écrit"],
  [{ email_verified: "false" }, "non prouvé"],
  [{ family_name: "" }, "nom"],
  [{ birthdate: "12/05/1990" }, "date"],
  [{ phone: "12" }, "téléphone"],
  [{ password_hash: "azerty" }, "empreinte"],
])("a line with %j is refused", (values, why) => {
  expect(readImportRow(row(values), (hash) => foreignHash(hash) !== null)).toContain(why);
});

test("a file is read whatever its separator, its quotes and where it is cut", async () => {
  const text = '\ufeffa;b\r\n"x;""y""";"deux\nlignes"\r\n\n1;2';
  for (const size of [1, 3, 100]) {
    const chunks = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
    const rows = [];
    for await (const cells of readCsv(size === 1 ? [chunks.join("")] : [text])) rows.push(cells);
    expect(rows).toEqual([
      ["a", "b"],
      ['x;"y"', "deux\nlignes"],
      ["1", "2"],
    ]);
  }
});

test("imported twice, an account is there once; an address already known stays its owner's", async () => {
  await createAccount("deja@exemple.fr");
  const rows = [
    read(),
    read({ id: "u2", email: "deja@exemple.fr" }),
    read({ id: "u3", email: "LEA.fontaine@exemple.fr" }),
  ];
  const outcomes = async (isDry = false) =>
    (await importAccounts(ctx, "bassins", rows, { isDry })).map(({ outcome }) => outcome);
  expect(await outcomes(true)).toEqual(["imported", "duplicate", "duplicate"]);
  expect(await pool.$count(importedAccounts)).toBe(0);
  expect(await outcomes()).toEqual(["imported", "duplicate", "duplicate"]);
  expect(await outcomes()).toEqual(["already", "duplicate", "duplicate"]);
  expect(await pool.$count(accounts)).toBe(2);
  expect(await pool.select().from(importedAccounts)).toMatchObject([
    { externalId: "u1", wasCertified: true, welcomedAt: null },
  ]);
});

test("the first sign-in tells where the account comes from, before anything is shared", async () => {
  await importAccounts(ctx, "bassins", [read()]);
  const { id } = await find("lea.fontaine@exemple.fr");
  const client = await createClient("piscines");
  const provider = await getProvider();
  const browser = new Browser(origin);
  const promptAt = async (location: string) =>
    provider.Interaction.find(location.split("/").at(-1) ?? "");
  let { location } = await browser.get(authorizationOf(client).path);
  const first = await promptAt(location);
  if (!first) throw new Error("no interaction");
  first.result = { login: { accountId: id } };
  await first.save(600);
  ({ location } = await browser.get(first.returnTo));
  const told = await promptAt(location);
  expect(told?.prompt.name).toBe("welcome");
  if (!told) return;
  await welcomeAccount(id);
  told.result = {};
  await told.save(600);
  ({ location } = await browser.get(told.returnTo));
  expect((await promptAt(location))?.prompt.name).toBe("consent");
});

test("and so does the account's own page", async () => {
  await importAccounts(ctx, "bassins", [read()]);
  const { id } = await find("lea.fontaine@exemple.fr");
  const { cookie } = await openSession(ctx, id, false);
  expect(await findSession(cookie)).toMatchObject({ awaitsWelcome: true });
  await welcomeAccount(id);
  expect(await findSession(cookie)).toMatchObject({ awaitsWelcome: false });
});

test("the command imports a file, reports what it left, and can be run again", {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "guichet-import-"));
  const file = join(folder, "bassins.csv");
  const head = Object.keys(row()).join(",");
  const lines = [
    row(),
    row({ id: "u2" }),
    row({ id: "u3", email: "x" }),
    row({ id: "u4", email: "zoe@exemple.fr" }),
  ];
  writeFileSync(
    file,
    `${head}\n${lines.map((line) => Object.values(line).join(",")).join("\n")}\n`,
  );
  const run = (...more: string[]) =>
    spawnSync(
      process.execPath,
      ["--import", "tsx", "--conditions=react-server", "scripts/import-accounts.ts", file, ...more],
      { encoding: "utf8", env: process.env },
    );
  expect(run("--dry-run").stdout).toContain("Essai à blanc : 2 repris");
  expect(await pool.$count(accounts)).toBe(0);
  expect(run().stdout).toContain("2 repris, 0 déjà repris, 1 doublon, 1 refusé");
  const report = readFileSync(join(folder, "bassins.rapport.csv"), "utf8");
  expect(report).toContain('"3";"u2";"Lea.Fontaine@Exemple.fr";"doublon"');
  expect(report).toContain('"4";"u3";"x";"refusé";"courriel mal écrit"');
  expect(run().stdout).toContain("0 repris, 2 déjà repris");
});
