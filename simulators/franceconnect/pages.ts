import type { Identity } from "./identities";
import type { listRefusals } from "./refusals";

const NBSP = "\u00a0";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const html = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");

const layout = (title: string, main: string) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)} – Simulateur de FranceConnect</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,"></head>
<body><header><div><strong>Simulateur de FranceConnect</strong><span>Démonstration${NBSP}: ces personnes sont inventées, aucun service de l’État n’est appelé.</span></div></header>
<main>${main}</main></body></html>`;

const MONTHS =
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");

/** « 17 avril 1988 », « juillet 1958 », « 1965 »: what is presumed is not said. */
function birthday({ birthdate }: Identity) {
  const [year = "", month = "", day = ""] = birthdate.split("-");
  const named = MONTHS[Number(month) - 1];
  const parts = [
    ...(named && day !== "00" ? [String(Number(day))] : []),
    ...(named ? [named] : []),
  ];
  return [...parts, year].join(NBSP);
}

const born = (one: Identity) => (one.gender === "female" ? "Née" : "Né");
const place = ({ birthplace, birthcountry }: Identity) =>
  birthplace ? `commune ${birthplace}` : `pays ${birthcountry}`;

const card = (one: Identity) => `<li><button name="identity" value="${one.id}">
<strong>${html(one.givenNames.join(" "))} ${html(one.familyName)}</strong>
<span>${one.usageName ? `Nom d’usage ${html(one.usageName)}. ` : ""}${born(one)} le ${birthday(one)}, ${place(one)}</span>
<span>${one.email ? html(one.email) : "Sans courriel"}</span></button></li>`;

type Choice = {
  query: string;
  known: Identity | undefined;
  service: string;
  found: readonly Identity[];
};

/** Who are you, today? */
export const choicePage = ({ query, known, service, found }: Choice) =>
  layout(
    "Choisir une identité",
    `<h1>Choisissez une identité</h1>
<p class="lead">${html(service)} recevra son identité pivot.</p>
${known ? `<section class="known"><h2>Vous êtes déjà identifié${known.gender === "female" ? "e" : ""}</h2><form method="post"><ul class="people">${card(known)}</ul></form></section>` : ""}
<form class="search" role="search"><label for="q">Chercher un nom, un prénom, une année</label><div><input id="q" name="q" type="search" value="${html(query)}"><button>Chercher</button></div></form>
<p role="status">${found.length === 0 ? "Personne ne correspond." : found.length === 1 ? "1 personne" : `${found.length} personnes`}</p>
<form method="post"><ul class="people">${found.map(card).join("")}</ul>
<p><button class="outline" name="identity" value="">Renoncer et revenir au service</button></p></form>`,
  );

export const refusalPage = (code: string, description: string) =>
  layout(
    "Une erreur est survenue",
    `<h1>Une erreur est survenue</h1><p class="lead">Une erreur technique est survenue, fermez l’onglet de votre navigateur et reconnectez-vous.</p>
<p>code d’erreur${NBSP}: <strong>${html(code)}</strong></p><p lang="en">${html(description)}</p><p><a href="/refus">Tout ce qui a été refusé</a></p>`,
  );

export const welcomePage = (issuer: string) =>
  layout(
    "Accueil",
    `<h1>Simulateur de FranceConnect</h1><p class="lead">Aussi strict que le vrai${NBSP}: ce qu’il accepte, FranceConnect l’accepte aussi.</p>
<p>Émetteur${NBSP}: <code>${html(issuer)}</code></p><p>On y arrive par un bouton «${NBSP}S’identifier avec FranceConnect${NBSP}».</p>
<p><a href="/refus">Ce qui a été refusé, et pourquoi</a></p>`,
  );

const time = (at: Date) =>
  at.toLocaleTimeString("fr-FR", { timeZone: "Europe/Paris" }).replaceAll(":", `${NBSP}:${NBSP}`);

export const refusalsPage = (refusals: ReturnType<typeof listRefusals>) =>
  layout(
    "Ce qui a été refusé",
    `<h1>Ce qui a été refusé</h1><p class="lead">Les plus récents d’abord. Les valeurs envoyées ne sont pas gardées.</p>
${
  refusals.length === 0
    ? "<p>Rien pour le moment.</p>"
    : `<ol class="refusals">${refusals
        .map(
          ({ at, call, code, error, description }) =>
            `<li><time datetime="${at.toISOString()}">${time(at)}</time> <code>${html(call)}</code><strong>${html(code ?? error)}</strong><span lang="en">${html(description)}</span></li>`,
        )
        .join("")}</ol>`
}`,
  );
