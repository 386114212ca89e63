import "server-only";
import { letter, onConnect } from "@/lib/accounts/commands/mail-texts";
import { env } from "@/lib/env";
import { greeting } from "@/lib/format/mail";

export const closureAsked = (givenName: string, day: string) =>
  letter(`Votre compte sera supprimé le ${day}`, greeting(givenName), [
    `Vous avez demandé la suppression de votre compte. Tous vos appareils sont déconnectés. Jusqu’au ${day}, rien n’est effacé.`,
    `Vous changez d’avis\u202f? Connectez-vous, puis choisissez «\u00a0Garder mon compte\u00a0»\u00a0: ${onConnect("/connexion")}`,
    `Ce n’était pas vous\u202f? Gardez votre compte avec ce même lien, puis changez votre mot de passe.`,
  ]);

export const closureReminder = (givenName: string, day: string) =>
  letter(
    `Plus que quelques jours\u00a0: votre compte sera supprimé le ${day}`,
    greeting(givenName),
    [
      `Comme vous l’avez demandé, votre compte et ce qu’il contient seront effacés le ${day}. Ensuite, personne ne pourra les retrouver.`,
      `Pour le garder, connectez-vous avant cette date, puis choisissez «\u00a0Garder mon compte\u00a0»\u00a0: ${onConnect("/connexion")}`,
    ],
  );

export const inactivityWarning = (givenName: string, day: string) =>
  letter(`Votre compte sera fermé le ${day}`, greeting(givenName), [
    `Personne ne s’est connecté à votre compte depuis près de ${env().ACCOUNT_INACTIVITY_MONTHS}\u00a0mois. Comme le prévoit la loi, il sera fermé le ${day} et ce qu’il contient sera effacé.`,
    `Pour le garder, il suffit de vous connecter une fois avant cette date\u00a0: ${onConnect("/connexion")}`,
    "Si vous n’en avez plus besoin, vous n’avez rien à faire. Vos demandes déjà envoyées restent chez les services qui les traitent.",
  ]);

export const accountClosed = (givenName: string, day: string) =>
  letter("Votre compte est supprimé", greeting(givenName), [
    `Votre compte a été fermé le ${day}. Vos informations, vos appareils et vos accords sont effacés ou retirés, et les services que vous aviez ouverts avec lui en sont prévenus.`,
    "Les demandes que vous aviez envoyées restent chez les collectivités qui les traitent, le temps que la loi leur impose.",
    `Vous pouvez recréer un compte à tout moment, avec la même adresse\u00a0: ${onConnect("/inscription")}`,
  ]);

export const accountsJoined = (givenName: string, email: string) =>
  letter("Vos deux comptes sont réunis", greeting(givenName), [
    `Vous n’avez plus qu’un compte\u00a0: celui de ${email}. Il a repris vos accords, vos appareils, votre journal et vos demandes.`,
    "Tous vos appareils ont été déconnectés. Connectez-vous avec cette adresse\u00a0: les services que vous ouvriez avec l’une ou l’autre vous reconnaîtront.",
    `Ce n’était pas vous\u202f? Choisissez tout de suite un nouveau mot de passe, puis appelez-nous\u00a0: ${onConnect("/mot-de-passe-oublie")}`,
  ]);

export const accountJoined = (givenName: string) =>
  letter("Ce compte est réuni à votre autre compte", greeting(givenName), [
    "Comme vous l’avez demandé, ce compte n’existe plus\u00a0: ce qu’il contenait est dans votre autre compte. Cette adresse ne sert plus à se connecter.",
    `Ce n’était pas vous\u202f? Appelez-nous tout de suite\u00a0: ${onConnect("/aide-connexion")}`,
  ]);
