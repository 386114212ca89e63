import type { IncomingMessage, ServerResponse } from "node:http";
import type { Address } from "postal-mime";
import { findMail, listMails, type Mail } from "./store";
import { STYLE } from "./style";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

const date = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "Europe/Paris" });
const time = new Intl.DateTimeFormat("fr-FR", {
  hour: "numeric",
  minute: "2-digit",
  timeZone: "Europe/Paris",
});
const when = (at: Date) => `${date.format(at)} à ${time.format(at).replace(":", " h ")}`;

const nameOf = (address: Address | undefined) =>
  address ? address.name || address.address || "" : "";
const subjectOf = (mail: Mail) => mail.subject || "(sans objet)";

const page = (title: string, body: string) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><header><a href="/">Courriels de démonstration</a></header><main>${body}</main></body></html>`;

const row = (mail: Mail) => `<li><a href="/mails/${mail.id}">
  <strong>${escaped(subjectOf(mail))}</strong>
  <span>à ${escaped(mail.recipients.join(", "))}</span>
  <time datetime="${mail.at.toISOString()}">${when(mail.at)}</time></a></li>`;

function listPage(to: string | null) {
  const mails = listMails(to);
  const empty = "<p>Aucun courriel pour le moment. Il apparaîtra ici dès son envoi.</p>";
  return page(
    "Courriels de démonstration",
    `<h1>Courriels envoyés</h1>
    <p class="soft">Ces courriels n’ont été envoyés à personne\u00a0: ils s’arrêtent ici.</p>
    <form><label for="to">Adresse du destinataire</label>
    <div><input id="to" name="to" type="email" value="${escaped(to ?? "")}"><button>Filtrer</button></div></form>
    ${mails.length > 0 ? `<ol>${mails.map(row).join("")}</ol>` : empty}`,
  );
}

const attachmentLinks = (mail: Mail) =>
  mail.attachments.map(
    ({ filename, mimeType }, index) =>
      `<li><a href="/mails/${mail.id}/${index}">${escaped(filename ?? "pièce jointe")}</a> <span>(${escaped(mimeType)})</span></li>`,
  );

const linked = (text: string) =>
  escaped(text).replace(/https?:\/\/[^\s<]+[^\s<.,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`);

function mailPage(mail: Mail) {
  const joined = mail.attachments.length > 0;
  return page(
    subjectOf(mail),
    `<p><a href="/">Tous les courriels</a></p><h1>${escaped(subjectOf(mail))}</h1>
    <dl><dt>De</dt><dd>${escaped(nameOf(mail.from))}</dd><dt>À</dt><dd>${escaped(mail.recipients.join(", "))}</dd>
    <dt>Le</dt><dd>${when(mail.at)}</dd></dl>
    ${joined ? `<h2>Pièces jointes</h2><ul>${attachmentLinks(mail).join("")}</ul>` : ""}
    <h2>Texte</h2><pre>${linked(mail.text ?? "")}</pre>
    ${mail.html ? `<h2>Mise en page</h2><iframe title="Le courriel mis en page" sandbox="allow-popups" srcdoc="${escaped(`<base target="_blank">${mail.html}`)}"></iframe>` : ""}`,
  );
}

const asJson = (mail: Mail) => ({
  id: mail.id,
  at: mail.at,
  to: mail.recipients,
  from: mail.from?.address,
  subject: mail.subject,
  messageId: mail.messageId,
  text: mail.text ?? "",
  html: mail.html ?? "",
  attachments: mail.attachments.map(({ filename, mimeType }, index) => ({
    filename,
    mimeType,
    path: `/mails/${mail.id}/${index}`,
  })),
});

const bytesOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === "string" ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);

type Answer = { type: string; body: string | Buffer; status?: number };
const html = (body: string, status = 200): Answer => ({
  type: "text/html; charset=utf-8",
  body,
  status,
});

const notFound = () =>
  html(
    page(
      "Page introuvable",
      "<h1>Ce courriel n’est pas ici</h1><p><a href='/'>Tous les courriels</a></p>",
    ),
    404,
  );

function route({ pathname, searchParams }: URL): Answer {
  const to = searchParams.get("to");
  if (pathname === "/") return html(listPage(to));
  if (pathname === "/api/mails")
    return { type: "application/json", body: JSON.stringify(listMails(to).map(asJson)) };
  const [, id = "", index] = /^\/mails\/([\w-]+)(?:\/(\d+))?$/.exec(pathname) ?? [];
  const mail = findMail(id);
  if (!mail) return notFound();
  if (index === undefined) return html(mailPage(mail));
  const attachment = mail.attachments[Number(index)];
  return attachment ? { type: attachment.mimeType, body: bytesOf(attachment.content) } : notFound();
}

/** The list, one mail, one attachment, and `GET /api/mails?to=` for tests. */
export function answer(request: IncomingMessage, response: ServerResponse) {
  const { type, body, status = 200 } = route(new URL(request.url ?? "/", "http://mail.local"));
  response
    .writeHead(status, { "content-type": type, "x-content-type-options": "nosniff" })
    .end(body);
}
