import { ACCOUNT_NAME, type Data } from "./connect";

const NBSP = "\u00a0";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const html = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? "");

const LOGO = `<svg viewBox="0 0 36 36" aria-hidden="true"><rect width="36" height="36" rx="8" fill="#eaa920"/><path d="M8 12h20v12H8z" fill="#073c49"/><path d="M8 16h20v3H8z" fill="#fbfaf7"/></svg>`;

const layout = (title: string, main: string) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)} – Pass Urbain</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,"></head>
<body><header><div>${LOGO}<span><strong>Pass Urbain</strong><span>Métropole de Lyon, direction des mobilités</span></span></div></header>
<main>${main}</main>
<footer><div>Service de démonstration, raccordé à ${html(ACCOUNT_NAME)}. Aucune donnée n’est conservée après la déconnexion.</div></footer>
</body></html>`;

const post = (action: string, label: string, look = "") =>
  `<form method="post" action="${action}"><button class="${look}">${html(label)}</button></form>`;

const notice = (title: string, text: string) =>
  `<div class="notice" role="status"><h2>${html(title)}</h2><p>${html(text)}</p></div>`;

const MESSAGES: Record<string, string> = {
  refus: notice(
    "Vous avez choisi de ne pas partager vos informations",
    "Nous n’avons rien reçu. Vous pouvez demander le Pass Urbain sur papier, au même tarif.",
  ),
  retrait: notice(
    `${ACCOUNT_NAME} ne nous donne plus accès à vos informations`,
    "Vous avez retiré votre accord, ou il est arrivé à son terme. Nous avons effacé ce que nous avions reçu.",
  ),
  echec: notice("La connexion n’a pas abouti", "Rien n’a été transmis. Vous pouvez recommencer."),
};

/** For somebody who is not signed in; `message` says what has just happened. */
export const welcomePage = (message: string | null) =>
  layout(
    "Votre tarif réduit",
    `${(message && MESSAGES[message]) ?? ""}<h1>Votre tarif réduit dans les transports</h1>
<p class="lead">Le Pass Urbain se calcule selon votre âge et votre commune. Avec votre compte, rien à recopier.</p>
<div class="actions">${post("/connexion", `Se connecter avec ${ACCOUNT_NAME}`)}</div>`,
  );

/** Of a presumed date (1958-07-00, 1965-00-00), what is known. */
function day(value: unknown) {
  const [, year = "", month = "", date] =
    /^(\d{4})-(\d\d)-(\d\d)$/.exec(typeof value === "string" ? value : "") ?? [];
  if (!year || month === "00") return year;
  const known: Intl.DateTimeFormatOptions = date === "00" ? {} : { day: "numeric" };
  return new Date(`${year}-${month}-${date === "00" ? "01" : date}`).toLocaleDateString("fr-FR", {
    ...known,
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
const text = (value: unknown) => (typeof value === "string" ? value : "");
const phone = (value: unknown) =>
  (text(value).replace(/^\+33/, "0").match(/\d\d/g) ?? []).join(NBSP);
const address = (value: unknown) => text((value as { formatted?: unknown } | undefined)?.formatted);

const ROWS: readonly [string, (data: Data) => string][] = [
  ["Nom et prénom", ({ name }) => text(name)],
  ["Date de naissance", ({ birthdate }) => day(birthdate)],
  ["Adresse", (data) => address(data.address)],
  ["Courriel", ({ email }) => text(email)],
  ["Téléphone", ({ phone_number }) => phone(phone_number)],
];

const row = ([label, valueIn]: (typeof ROWS)[number], data: Data) => {
  const value = valueIn(data);
  const shown = value ? `<dd>${html(value)}</dd>` : `<dd class="absent">Non partagé</dd>`;
  return `<div><dt>${label}</dt>${shown}</div>`;
};

const time = (at: Date) =>
  at
    .toLocaleTimeString("fr-FR", { hour: "numeric", minute: "2-digit", timeZone: "Europe/Paris" })
    .replace(":", `${NBSP}h${NBSP}`);

/** For somebody signed in: exactly what was received, and what was not shared. */
export const dataPage = (data: Data, readAt: Date) =>
  layout(
    "Mes informations",
    `<h1>Bonjour ${html(text(data.given_name))}</h1>
<p class="lead">Voici ce que ${html(ACCOUNT_NAME)} nous a transmis, avec votre accord.</p>
<dl>${ROWS.map((each) => row(each, data)).join("")}</dl>
<p class="soft">Lu à ${time(readAt)}.</p>
<div class="actions">${post("/actualiser", "Actualiser mes données")}${post("/deconnexion", "Se déconnecter", "outline")}</div>`,
  );

export const notFoundPage = () =>
  layout(
    "Page introuvable",
    `<h1>Cette page n’existe pas</h1><p><a href="/">Revenir à l’accueil</a></p>`,
  );

export const faultPage = () =>
  layout(
    "Service indisponible",
    `<h1>${html(ACCOUNT_NAME)} ne répond pas</h1><p class="lead">Réessayez dans quelques minutes.</p><p><a href="/">Revenir à l’accueil</a></p>`,
  );
