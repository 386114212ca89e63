import { expect } from "@playwright/test";

export type Mail = {
  id: string;
  at: string;
  to: string[];
  subject: string;
  messageId: string;
  text: string;
  html: string;
  attachments: { filename: string; mimeType: string; path: string }[];
};

type Wanted = { subject?: RegExp; after?: Date };

/** What the mail catcher at `url` received. */
export function mailbox(url: string) {
  const list = async (address: string, { subject, after }: Wanted = {}): Promise<Mail[]> => {
    const response = await fetch(`${url}/api/mails?to=${encodeURIComponent(address)}`);
    const mails: Mail[] = await response.json();
    return mails.filter(
      (mail) => (!subject || subject.test(mail.subject)) && (!after || new Date(mail.at) >= after),
    );
  };

  /** The newest mail to this address, waited for. */
  const mailTo = async (address: string, wanted: Wanted = {}, timeout = 20_000): Promise<Mail> => {
    const found: Mail[] = [];
    await expect
      .poll(
        async () => {
          found.splice(0, found.length, ...(await list(address, wanted)));
          return found.length;
        },
        { timeout, intervals: [100], message: `a mail to ${address} ${wanted.subject ?? ""}` },
      )
      .toBeGreaterThan(0);
    const [newest] = found;
    if (!newest) throw new Error("no mail");
    return newest;
  };

  return { list, mailTo };
}

/** The one-time code written in a mail. */
export function codeIn({ text }: Mail) {
  const code = /\b(\d{3})\s?(\d{3})\b/.exec(text);
  if (!code) throw new Error(`no code in: ${text}`);
  return `${code[1]}${code[2]}`;
}

/** The first link written in a mail. */
export function linkIn({ text }: Mail) {
  const link = /https?:\/\/\S+/.exec(text);
  if (!link) throw new Error(`no link in: ${text}`);
  return link[0].replace(/[.,)]$/, "");
}
