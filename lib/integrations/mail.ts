import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import { keepTestMail } from "@/lib/partners/commands/keep-test-mail";
import { isTestAddress } from "@/lib/partners/model";

type Mail = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Of the delivery: the same mail sent twice after a failure has the same Message-ID. */
  deliveryId: string;
  attachments?: { filename: string; content: Buffer; contentType: string }[];
};

const CONNECTION_MS = 10_000;
const ANSWER_MS = 20_000;

let transport: Transporter | undefined;

const open = () =>
  createTransport(env().SMTP_URL, {
    connectionTimeout: CONNECTION_MS,
    greetingTimeout: CONNECTION_MS,
    socketTimeout: ANSWER_MS,
  } as object);

const domainOf = (sender: string) => /@([^>\s]+)/.exec(sender)?.[1] ?? "localhost";

/** What the server answered, without its sentence: it may repeat the address. */
function refusalOf(error: unknown) {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return new Error(["mail not accepted", code, responseCode].filter(Boolean).join(" "));
}

/** Hands a mail to the SMTP server. Throws when it was not accepted: the job tries again later. */
export async function sendMail({ to, subject, text, html, deliveryId, attachments = [] }: Mail) {
  if (isTestAddress(to)) return keepTestMail({ to, subject, text, deliveryId });
  transport ??= open();
  const from = env().MAIL_FROM;
  const sent = transport.sendMail({
    from,
    to,
    subject,
    text,
    ...(html ? { html } : {}),
    attachments,
    messageId: `<${deliveryId}@${domainOf(from)}>`,
    // RFC 3834: no holiday answer to a machine.
    headers: { "Auto-Submitted": "auto-generated" },
  });
  await sent.catch((error: unknown) => {
    throw refusalOf(error);
  });
}
