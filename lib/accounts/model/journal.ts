import type { Action } from "@/lib/events/model";

/** What the owner of an account reads in its journal. */
export const JOURNAL_ACTIONS = [
  "account.ask-email-change",
  "account.change-email",
  "account.change-password",
  "account.create",
  "account.new-device",
  "account.refuse-device",
  "account.refuse-sign-in",
  "account.reset-password",
  "account.send-mail",
  "account.sign-in",
  "account.undo-email-change",
  "account.update-profile",
  "consent.give",
  "consent.refuse",
  "consent.withdraw",
  "identity.certify",
  "identity.move",
  "session.end",
] as const satisfies readonly Action[];

export type JournalAction = (typeof JOURNAL_ACTIONS)[number];

type Details = Record<string, unknown>;

export type JournalEntry = { id: string; at: Date; action: JournalAction; details: Details };

/** By id: the names of the services that the entries speak of. */
type Services = ReadonlyMap<string, string>;

const PARTS: Record<string, string> = {
  address: "adresse",
  birthdate: "identité",
  familyName: "identité",
  gender: "identité",
  givenName: "identité",
  phone: "téléphone",
};

function serviceOf({ clientId }: Details, services: Services) {
  const name = services.get(String(clientId));
  return name ? `« ${name} »` : "un service";
}

function changedParts({ parts }: Details) {
  const names = Array.isArray(parts) ? parts.map((part) => PARTS[String(part)] ?? "") : [];
  return [...new Set(names.filter(Boolean))].join(", ");
}

const withFranceConnect = (by: unknown) => (by === "franceconnect" ? " avec FranceConnect" : "");

const LABELS: Record<JournalAction, (details: Details, services: Services) => string> = {
  "account.ask-email-change": () => "Changement de courriel demandé",
  "account.change-email": () => "Courriel changé",
  "account.change-password": () => "Mot de passe changé",
  "account.create": ({ with: by }) => `Compte créé${withFranceConnect(by)}`,
  "account.new-device": ({ isProven }) =>
    isProven ? "Nouvel appareil" : "Nouvel appareil, signalé par courriel",
  "account.refuse-device": () => "Appareil refusé\u00a0: « ce n’était pas moi »",
  "account.refuse-sign-in": () => "Connexion refusée\u00a0: mauvais mot de passe",
  "account.reset-password": () => "Nouveau mot de passe choisi, avec un message reçu",
  "account.send-mail": () => "Message envoyé pour choisir un nouveau mot de passe",
  "account.sign-in": ({ with: by }) => `Connexion${withFranceConnect(by)}`,
  "account.undo-email-change": () => "Ancien courriel repris",
  "account.update-profile": (details) => `Informations modifiées\u00a0: ${changedParts(details)}`,
  "consent.give": (details, services) => `Accord donné à ${serviceOf(details, services)}`,
  "consent.refuse": (details, services) => `Partage refusé à ${serviceOf(details, services)}`,
  "consent.withdraw": (details, services) => `Accord retiré à ${serviceOf(details, services)}`,
  "identity.certify": () => "Identité certifiée par FranceConnect",
  "identity.move": () => "Certification passée d’un de vos comptes à l’autre",
  "session.end": ({ why }) => (why === "closed" ? "Appareil déconnecté" : "Déconnexion"),
};

export const journalLabel = ({ action, details }: JournalEntry, services: Services) =>
  LABELS[action](details, services).replace(/« (.+) »/, "«\u00a0$1\u00a0»");

/** « Firefox sur Windows, même réseau que vous en ce moment »; `network`: the mark of the reader's own. */
export function journalPlace({ details: { device, network } }: JournalEntry, current: string) {
  const where =
    typeof network === "string" &&
    (network === current ? "même réseau que vous en ce moment" : "autre réseau");
  return [typeof device === "string" && device, where].filter(Boolean).join(", ");
}

/** What its owner should look at twice. */
export const isAlarming = ({ action }: JournalEntry) =>
  action === "account.refuse-sign-in" || action === "account.refuse-device";
