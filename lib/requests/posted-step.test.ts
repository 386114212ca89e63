import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { files } from "@/db/schema";
import { ADDRESS, rowOf, signedIn, start } from "@/db/test/filing";
import { receiveStep } from "./commands/receive-step";
import { getDraft } from "./queries/get-draft";

const PDF = new File(["%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"], "facture.pdf");
const TEXT = new File(["bonjour"], "lettre.pdf");

function formOf(values: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

async function begin() {
  const ctx = await signedIn();
  const reference = await start(ctx);
  const post = (values: Record<string, string | File>) =>
    receiveStep(ctx, { reference, stepId: "lieu" }, formOf(values));
  return { ctx, reference, post };
}

test("a file posted with the form is kept with the other answers", async () => {
  const { ctx, reference, post } = await begin();
  const saved = await post({ ...ADDRESS, "piece.file": PDF, csrf: "x" });
  const { typed } = await getDraft(ctx, reference);
  const [file] = await pool.select().from(files);
  expect(saved).toMatchObject({ errors: {}, fileErrors: {}, isLater: false });
  expect(typed).toMatchObject({ ...ADDRESS, piece: [file?.id] });
  expect(Object.keys(typed)).not.toContain("csrf");
  expect(file?.expiresAt).toEqual((await rowOf(reference)).draftExpiresAt);
});

test("a file that cannot be read costs no other answer", async () => {
  const { ctx, reference, post } = await begin();
  const saved = await post({ ...ADDRESS, "piece.file": TEXT });
  expect(saved.fileErrors).toEqual({ piece: expect.stringContaining("Envoyez un") });
  expect((await getDraft(ctx, reference)).typed).toMatchObject(ADDRESS);
  expect(await pool.$count(files)).toBe(0);
});

test("an empty file control is no file", async () => {
  const { post } = await begin();
  const saved = await post({ ...ADDRESS, "piece.file": new File([], "") });
  expect(saved.fileErrors).toEqual({});
});

test("« Retirer » takes the file back and keeps what was typed beside it", async () => {
  const { ctx, reference, post } = await begin();
  await post({ ...ADDRESS, "piece.file": PDF });
  const [file] = await pool.select().from(files);
  const id = file?.id ?? "";
  await post({ ...ADDRESS, "adresse.commune": "Lyon", piece: id, _remove: `piece:${id}` });
  const { typed } = await getDraft(ctx, reference);
  expect(typed).toMatchObject({ "adresse.commune": "Lyon" });
  expect([typed.piece ?? []].flat()).toEqual([]);
  expect(await pool.select().from(files).where(eq(files.id, id))).toEqual([]);
});

test("a button that asks for nothing known only saves", async () => {
  const { ctx, reference, post } = await begin();
  await post({ ...ADDRESS, _add: "adresse", _later: "oui" });
  expect((await getDraft(ctx, reference)).typed).toMatchObject(ADDRESS);
});
