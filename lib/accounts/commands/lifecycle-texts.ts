import "server-only";
import { greeting } from "@/lib/format/mail";
import { grouped, letter, NOT_YOU, onConnect } from "./mail-texts";

type Link = { id: string; key: string };

export const mergeCode = (givenName: string, code: string, minutes: number) =>
  letter("Réunir deux comptes", greeting(givenName), [
    "Pour réunir le compte de cette adresse et un autre de vos comptes, recopiez ce code dans la page ouverte\u00a0:",
    { strong: grouped(code) },
    `Il est valable ${minutes}\u00a0minutes. Il prouve que ce compte est à vous\u00a0: vous choisirez ensuite celui des deux qui reste.`,
    NOT_YOU,
  ]);

export const recoverCode = (givenName: string, code: string, minutes: number) =>
  letter(`${grouped(code)} est votre code`, greeting(givenName), [
    "Pour que cette adresse devienne celle de votre compte, recopiez ce code\u00a0:",
    { strong: grouped(code) },
    `Il est valable ${minutes}\u00a0minutes.`,
    NOT_YOU,
  ]);

export const recoveryUnderWay = (givenName: string, day: string, { id, key }: Link) =>
  letter("Quelqu’un demande à récupérer votre compte", greeting(givenName), [
    "Une personne s’est présentée à un guichet en disant qu’elle ne peut plus entrer dans ce compte. Deux agents ont vérifié sa demande.",
    `Si c’est vous, vous n’avez rien à faire\u00a0: le ${day}, votre nouvelle adresse recevra un lien.`,
    `Ce n’est pas vous\u202f? Annulez tout de suite avec ce lien\u00a0: ${onConnect(`/recuperation/annuler/${id}?cle=${key}`)}`,
  ]);

export const recoveryReady = (givenName: string, { id, key }: Link) =>
  letter("Reprenez votre compte", greeting(givenName), [
    "Vous avez demandé à un guichet de récupérer votre compte. Le délai est passé\u00a0: vous pouvez le reprendre.",
    `Ouvrez ce lien, valable 7\u00a0jours\u00a0: ${onConnect(`/recuperation/reprendre/${id}?cle=${key}`)}`,
    "Tous les appareils seront déconnectés, et vous choisirez un nouveau mot de passe.",
  ]);

export const recovered = (givenName: string, day: string, { id, key }: Link) =>
  letter("Votre compte a été récupéré", greeting(givenName), [
    `Le ${day}, votre compte a changé d’adresse et de mot de passe, à la demande d’une personne qui a prouvé son identité. Nous vous écrivons ici pour la dernière fois.`,
    `Ce n’était pas vous\u202f? Reprenez votre compte avec ce lien, valable 7\u00a0jours\u00a0: ${onConnect(`/compte/annuler-changement/${id}?cle=${key}`)}`,
  ]);
