import type { Action } from "@/lib/events/model";
import { HOUSEHOLD_ACTIONS, HOUSEHOLD_LABELS, type HouseholdAction } from "@/lib/household/model";
import { MANDATE_ACTIONS, MANDATE_LABELS, type MandateAction } from "@/lib/mandates/model";

/** What the owner of an account reads in its journal. */
export const JOURNAL_ACTIONS = [
  "account.add-passkey",
  "account.add-totp",
  "account.approve-recovery",
  "account.ask-closure",
  "account.ask-recovery",
  "account.ask-email-change",
  "account.cancel-recovery",
  "account.change-email",
  "account.change-password",
  "account.confirm",
  "account.create",
  "account.keep",
  "account.merge",
  "account.new-device",
  "account.recover",
  "account.refuse-device",
  "account.refuse-second-step",
  "account.refuse-sign-in",
  "account.remove-passkey",
  "account.remove-totp",
  "account.renew-recovery-codes",
  "account.reset-password",
  "account.send-mail",
  "account.sign-in",
  "account.undo-email-change",
  "account.update-profile",
  "account.use-recovery-code",
  "consent.give",
  "consent.refuse",
  "consent.withdraw",
  "identity.certify",
  "identity.move",
  ...HOUSEHOLD_ACTIONS,
  ...MANDATE_ACTIONS,
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
  return name ? `«\u00a0${name}\u00a0»` : "un service";
}

function changedParts({ parts }: Details) {
  const names = Array.isArray(parts) ? parts.map((part) => PARTS[String(part)] ?? "") : [];
  return [...new Set(names.filter(Boolean))].join(", ");
}

const MEANS: Record<string, string> = {
  code: "un code reçu par courriel",
  franceconnect: "FranceConnect",
  link: "un lien reçu par courriel",
  passkey: "une clé d’accès",
  password: "le mot de passe",
  recovery: "un code de secours",
  totp: "un code de l’application",
};

/** « avec une clé d’accès »; nothing for the password, which goes without saying. */
function withMeans(by: unknown) {
  const means = by === "password" ? undefined : MEANS[String(by)];
  return means ? ` avec ${means}` : "";
}

const named = ({ name }: Details) => (typeof name === "string" ? `\u00a0: ${name}` : "");

const householdLabels = () =>
  Object.fromEntries(
    HOUSEHOLD_ACTIONS.map((action) => [action, () => HOUSEHOLD_LABELS[action]]),
  ) as Record<HouseholdAction, () => string>;

const mandateLabels = () =>
  Object.fromEntries(
    MANDATE_ACTIONS.map((action) => [
      action,
      (details: Details, services: Services) =>
        MANDATE_LABELS[action](details, serviceOf(details, services)),
    ]),
  ) as Record<MandateAction, (details: Details, services: Services) => string>;

const LABELS: Record<JournalAction, (details: Details, services: Services) => string> = {
  "account.add-passkey": (details) => `Clé d’accès ajoutée${named(details)}`,
  "account.add-totp": () => "Application de codes ajoutée",
  "account.approve-recovery": () => "Récupération du compte approuvée au guichet",
  "account.ask-closure": () => "Suppression du compte demandée",
  "account.ask-recovery": () => "Récupération du compte demandée au guichet",
  "account.ask-email-change": () => "Changement de courriel demandé",
  "account.cancel-recovery": () => "Récupération du compte annulée",
  "account.change-email": () => "Courriel changé",
  "account.change-password": () => "Mot de passe changé",
  "account.confirm": ({ with: by }) => `Vous avez confirmé que c’était vous${withMeans(by)}`,
  "account.create": ({ with: by }) => `Compte créé${withMeans(by)}`,
  "account.keep": () => "Compte gardé",
  "account.merge": () => "Deux de vos comptes réunis en un",
  "account.new-device": ({ isProven }) =>
    isProven ? "Nouvel appareil" : "Nouvel appareil, signalé par courriel",
  "account.recover": ({ with: by }) =>
    by === "franceconnect" ? "Compte récupéré avec FranceConnect" : "Compte récupéré au guichet",
  "account.refuse-device": () => "Appareil refusé\u00a0: «\u00a0ce n’était pas moi\u00a0»",
  "account.refuse-second-step": () =>
    "Connexion refusée à la seconde étape, après une première preuve juste",
  "account.refuse-sign-in": () => "Connexion refusée\u00a0: mauvais mot de passe",
  "account.remove-passkey": (details) => `Clé d’accès retirée${named(details)}`,
  "account.remove-totp": () => "Application de codes retirée",
  "account.renew-recovery-codes": () => "Nouveaux codes de secours, les anciens n’ouvrent plus",
  "account.reset-password": () => "Nouveau mot de passe choisi, avec un message reçu",
  "account.send-mail": () => "Message envoyé pour choisir un nouveau mot de passe",
  "account.sign-in": ({ with: by }) => `Connexion${withMeans(by)}`,
  "account.undo-email-change": () => "Ancien courriel repris",
  "account.update-profile": (details) => `Informations modifiées\u00a0: ${changedParts(details)}`,
  "account.use-recovery-code": ({ left }) =>
    `Code de secours utilisé${typeof left === "number" ? `, il en reste ${left}` : ""}`,
  "consent.give": (details, services) => `Accord donné à ${serviceOf(details, services)}`,
  "consent.refuse": (details, services) => `Partage refusé à ${serviceOf(details, services)}`,
  "consent.withdraw": (details, services) => `Accord retiré à ${serviceOf(details, services)}`,
  "identity.certify": () => "Identité certifiée par FranceConnect",
  "identity.move": () => "Certification passée d’un de vos comptes à l’autre",
  ...householdLabels(),
  ...mandateLabels(),
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
  action === "account.refuse-sign-in" ||
  action === "account.refuse-second-step" ||
  action === "account.refuse-device";
