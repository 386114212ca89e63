import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import PostalMime, { type Email } from "postal-mime";

export type Mail = Email & { id: string; at: Date; recipients: string[] };

type Kept = { at: string; recipients: string[] };

const mails: Mail[] = [];
const folder = join(process.env.DATA_DIR ?? ".data", "mails");

const parse = async (id: string, kept: Kept, raw: Uint8Array): Promise<Mail> => ({
  ...(await PostalMime.parse(raw)),
  id,
  at: new Date(kept.at),
  recipients: kept.recipients,
});

/** Reads back the mails of the last starts. */
export async function loadMails() {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  for (const name of names) {
    const id = name.slice(0, -".json".length);
    const kept: Kept = JSON.parse(await readFile(join(folder, name), "utf8"));
    mails.push(await parse(id, kept, await readFile(join(folder, `${id}.eml`))));
  }
}

/** Keeps a mail on disk, then in memory: once it resolves, the sender may forget it. */
export async function keepMail(raw: Buffer, recipients: string[]) {
  const at = new Date();
  const digest = createHash("sha256").update(raw).update(recipients.join()).digest("hex");
  const id = `${at.toISOString().replace(/\D/g, "")}-${digest.slice(0, 8)}`;
  const kept: Kept = { at: at.toISOString(), recipients };
  const mail = await parse(id, kept, raw);
  await writeFile(join(folder, `${id}.eml`), raw);
  await writeFile(join(folder, `${id}.partial`), JSON.stringify(kept));
  await rename(join(folder, `${id}.partial`), join(folder, `${id}.json`));
  mails.push(mail);
}

/** Newest first; `to`: one address only. */
export const listMails = (to?: string | null) =>
  mails.filter((mail) => !to || mail.recipients.includes(to.toLowerCase())).toReversed();

export const findMail = (id: string) => mails.find((mail) => mail.id === id) ?? null;
