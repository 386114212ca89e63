type Mail = { to: string; subject: string; text: string; html?: string; deliveryId: string };

/** What the tests received. In a test file: `vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));` */
export const mailbox: Mail[] = [];

export const sendMail = (mail: Mail) => Promise.resolve(void mailbox.push(mail));

export const lastMail = () => {
  const mail = mailbox.at(-1);
  if (!mail) throw new Error("no mail");
  return mail;
};

/** The code of the last mail, without its spaces. */
export const mailedCode = () =>
  /\n(\d[\d ]{4,9}\d)\n/.exec(lastMail().text)?.[1]?.replaceAll(" ", "") ?? "";

/** The path and query of the last mail's link under this path. */
export function mailedLink(under: string) {
  const address = lastMail()
    .text.match(/https?:\/\/\S+/g)
    ?.find((url) => url.includes(under));
  if (!address) throw new Error(`no link under ${under}`);
  const { pathname, searchParams } = new URL(address);
  return { id: pathname.split("/").at(-1) ?? "", key: searchParams.get("cle") ?? "" };
}
