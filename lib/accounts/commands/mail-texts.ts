import "server-only";
import { env } from "@/lib/env";
import { greeting, mailBody } from "@/lib/format/mail";

type Paragraph = string | { strong: string };

/** « 482 913 », « 4829 1307 »: in two halves, digits are easier to copy. */
export const grouped = (code: string) =>
  `${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}`;

export const onConnect = (path: string) => new URL(path, env().CONNECT_URL).href;

export const letter = (subject: string, greeting: string, paragraphs: readonly Paragraph[]) => {
  const name = env().ACCOUNT_NAME;
  const closing = `${name}, le compte commun aux services publics du territoire.\nMessage automatique\u00a0: n’y répondez pas.`;
  return { subject: `${subject} – ${name}`, ...mailBody([greeting, ...paragraphs, closing]) };
};

export const NOT_YOU =
  "Vous n’avez rien demandé\u202f? Ignorez ce message\u00a0: sans ce code, rien ne se fera. Ne le donnez à personne, même à un agent.";

export const signUpCode = (givenName: string, code: string, minutes: number) =>
  letter(`${grouped(code)} est votre code`, greeting(givenName), [
    "Pour finir de créer votre compte, recopiez ce code\u00a0:",
    { strong: grouped(code) },
    `Il est valable ${minutes}\u00a0minutes.`,
    NOT_YOU,
  ]);

export const alreadyRegistered = (givenName: string) =>
  letter("Vous avez déjà un compte", greeting(givenName), [
    "On vient de demander la création d’un compte avec votre adresse. Vous en avez déjà un\u00a0: il n’a pas changé, et aucun autre n’a été créé.",
    `Pour vous connecter\u00a0: ${onConnect("/connexion")}`,
    `Mot de passe oublié\u202f? ${onConnect("/mot-de-passe-oublie")}`,
    "Si ce n’était pas vous, vous n’avez rien à faire.",
  ]);

export const resetCode = (
  givenName: string,
  code: string,
  { id, key }: { id: string; key: string },
  minutes: number,
) =>
  letter("Votre nouveau mot de passe", greeting(givenName), [
    `Pour choisir un nouveau mot de passe, ouvrez ce lien\u00a0: ${onConnect(`/mot-de-passe-oublie/${id}?cle=${key}`)}`,
    "Ou recopiez ce code dans la page où vous l’avez demandé\u00a0:",
    { strong: grouped(code) },
    `L’un et l’autre sont valables ${minutes}\u00a0minutes, une seule fois.`,
    NOT_YOU,
  ]);

export const signInLink = (
  givenName: string,
  { id, key }: { id: string; key: string },
  minutes: number,
) =>
  letter("Votre lien de connexion", greeting(givenName), [
    `Pour entrer dans votre compte, ouvrez ce lien, puis appuyez sur le bouton de la page\u00a0: ${onConnect(`/connexion/lien/${id}?cle=${key}`)}`,
    `Il est valable ${minutes}\u00a0minutes, une seule fois. Ne le transmettez à personne, même à un agent.`,
    "Vous n’avez rien demandé\u202f? Ignorez ce message\u00a0: sans ce lien, rien ne se fera.",
  ]);

export const confirmCode = (givenName: string, code: string, minutes: number) =>
  letter(`${grouped(code)} est votre code`, greeting(givenName), [
    "Pour confirmer que c’est bien vous qui utilisez votre compte, recopiez ce code\u00a0:",
    { strong: grouped(code) },
    `Il est valable ${minutes}\u00a0minutes.`,
    `Vous n’avez rien demandé\u202f? Quelqu’un utilise peut-être votre compte\u00a0: ne donnez ce code à personne, et fermez les sessions que vous ne connaissez pas\u00a0: ${onConnect("/compte/appareils")}`,
  ]);

export const franceConnectCode = (code: string, minutes: number) =>
  letter(`${grouped(code)} est votre code`, "Bonjour,", [
    "Pour finir de créer votre compte avec FranceConnect, recopiez ce code\u00a0:",
    { strong: grouped(code) },
    `Il est valable ${minutes}\u00a0minutes.`,
    NOT_YOU,
  ]);

export const joinFranceConnect = (
  givenName: string,
  code: string,
  { id, key }: { id: string; key: string },
  minutes: number,
) =>
  letter("Rattacher FranceConnect à votre compte", `Bonjour ${givenName},`, [
    "On vient de s’identifier avec FranceConnect en donnant votre adresse. Elle a déjà un compte.",
    `Si c’est vous, rattachez FranceConnect à ce compte en ouvrant ce lien, sur le même appareil\u00a0: ${onConnect(`/franceconnect/preuve/${id}?cle=${key}`)}`,
    "Ou recopiez ce code dans la page ouverte\u00a0:",
    { strong: grouped(code) },
    `L’un et l’autre sont valables ${minutes}\u00a0minutes, une seule fois. Le nom et la date de naissance du compte deviendront ceux de FranceConnect.`,
    NOT_YOU,
  ]);

export const identityLinked = (givenName: string, day: string) =>
  letter("FranceConnect est rattaché à votre compte", `Bonjour ${givenName},`, [
    `Depuis le ${day}, FranceConnect ouvre aussi votre compte, et certifie votre identité.`,
    `Ce n’était pas vous\u202f? Choisissez tout de suite un nouveau mot de passe, puis appelez-nous\u00a0: ${onConnect("/mot-de-passe-oublie")}`,
  ]);

export const identityUnlinked = (givenName: string, day: string) =>
  letter("FranceConnect n’ouvre plus ce compte", `Bonjour ${givenName},`, [
    `Le ${day}, vous avez choisi de certifier un autre de vos comptes avec FranceConnect. Ce compte-ci reste ouvert, avec ses demandes\u00a0; son identité n’est plus certifiée.`,
    `Pour y entrer, utilisez son mot de passe, ou choisissez-en un\u00a0: ${onConnect("/mot-de-passe-oublie")}`,
  ]);

export const changeEmailCode = (givenName: string, code: string, minutes: number) =>
  letter(`${grouped(code)} est votre code`, greeting(givenName), [
    "Pour que cette adresse devienne celle de votre compte, recopiez ce code\u00a0:",
    { strong: grouped(code) },
    `Il est valable ${minutes}\u00a0minutes.`,
    NOT_YOU,
  ]);

export const addressAlreadyUsed = (givenName: string) =>
  letter("Votre adresse sert déjà à un compte", greeting(givenName), [
    "Quelqu’un a voulu utiliser votre adresse pour un autre compte. Elle sert déjà au vôtre\u00a0: rien n’a changé.",
    "Si c’était vous, gardez une adresse différente pour chaque compte. Sinon, vous n’avez rien à faire.",
  ]);

export const emailChanged = (
  givenName: string,
  day: string,
  { id, key }: { id: string; key: string },
) =>
  letter("Votre adresse a changé", greeting(givenName), [
    `Le ${day}, l’adresse de courriel de votre compte a été remplacée par une autre. Nous vous écrivons ici pour la dernière fois.`,
    `Ce n’était pas vous\u202f? Reprenez votre compte avec ce lien, valable 7\u00a0jours\u00a0: ${onConnect(`/compte/annuler-changement/${id}?cle=${key}`)}`,
  ]);

export const passwordChanged = (givenName: string, day: string) =>
  letter("Votre mot de passe a changé", greeting(givenName), [
    `Votre mot de passe a été changé le ${day}. Vos autres appareils ont été déconnectés.`,
    `Ce n’était pas vous\u202f? Choisissez-en un autre tout de suite\u00a0: ${onConnect("/mot-de-passe-oublie")}`,
  ]);

export const newDevice = (
  givenName: string,
  { device, day }: { device: string; day: string },
  { id, key }: { id: string; key: string },
) =>
  letter("Votre compte sur un nouvel appareil", `Bonjour ${givenName},`, [
    `Votre compte vient d’être ouvert sur un appareil que nous ne connaissions pas\u00a0:`,
    { strong: `${device}, le ${day}` },
    "Si c’était vous, vous n’avez rien à faire.",
    `Ce n’était pas vous\u202f? Fermez toutes vos sessions et choisissez un autre mot de passe avec ce lien, valable 7\u00a0jours\u00a0: ${onConnect(`/compte/appareil-inconnu/${id}?cle=${key}`)}`,
  ]);
