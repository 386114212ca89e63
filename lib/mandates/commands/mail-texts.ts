import "server-only";
import { env } from "@/lib/env";
import { formatDayTime } from "@/lib/format/date";
import { mailBody, plainName } from "@/lib/format/mail";
import { DURATION_LABELS, type Duration, type Side } from "../model";

type Told = {
  personName: string | null;
  helperName: string | null;
  structure: string | null;
  duration: Duration;
  endsAt: Date | null;
  /** Of the services it names. */
  services: readonly string[];
};

const PAGE = "/compte/mandats";

const capital = (text: string) => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);

function letter(subject: string, paragraphs: readonly string[]) {
  const name = env().ACCOUNT_NAME;
  const closing = `${name}, le compte commun aux services publics du territoire.\nMessage automatique\u00a0: n’y répondez pas.`;
  return {
    subject: `${subject} – ${name}`,
    ...mailBody(["Bonjour,", ...paragraphs.map(capital), closing]),
  };
}

const page = () => new URL(PAGE, env().CONNECT_URL).href;
const person = ({ personName }: Told) => plainName(personName, "une personne");
const helper = ({ helperName, structure }: Told) =>
  [plainName(helperName, "une personne"), plainName(structure, "")].filter(Boolean).join(", ");
const until = ({ endsAt }: Told) => (endsAt ? formatDayTime(endsAt) : "");

const terms = ({ services, duration }: Told) =>
  `Services\u00a0: ${services.join(", ")}. Durée\u00a0: ${DURATION_LABELS[duration].toLocaleLowerCase("fr")}, à partir de votre accord.`;

const ANSWER = () =>
  `Pour lire la proposition, puis l’accepter ou la refuser, connectez-vous ou créez un compte avec cette adresse\u00a0: ${page()}`;

const STRANGER =
  "Vous ne connaissez pas cette personne\u202f? Ignorez ce message\u00a0: sans votre accord, rien ne se fera. Personne ne vous demandera votre mot de passe.";

export const askedOf: Record<Side, (told: Told) => ReturnType<typeof letter>> = {
  helper: (told) =>
    letter("On vous propose un mandat", [
      `${person(told)} vous propose d’agir en son nom dans des services publics en ligne.`,
      terms(told),
      ANSWER(),
      STRANGER,
    ]),
  person: (told) =>
    letter("On vous propose de l’aide", [
      `${helper(told)} vous propose de faire des démarches pour vous, en votre nom. Vous restez libre\u00a0: vous pourrez arrêter à tout moment.`,
      terms(told),
      ANSWER(),
      STRANGER,
    ]),
};

export const acceptedFor: Record<Side, (told: Told) => ReturnType<typeof letter>> = {
  person: (told) =>
    letter("Votre mandat est accepté", [
      `${helper(told)} peut agir pour vous jusqu’au ${until(told)}. Chaque fois, nous le noterons dans votre journal.`,
      `Pour arrêter à tout moment\u00a0: ${page()}`,
    ]),
  helper: (told) =>
    letter("Votre aide est acceptée", [
      `Vous pouvez agir pour ${person(told)} jusqu’au ${until(told)}.`,
      `Pour commencer, ou pour arrêter\u00a0: ${page()}`,
    ]),
};

export const refusedFor = (told: Told, side: Side) =>
  letter("Votre proposition est refusée", [
    `${side === "person" ? helper(told) : person(told)} ne donne pas suite à votre proposition de mandat. Rien n’a changé.`,
  ]);

export const endedFor: Record<Side, (told: Told) => ReturnType<typeof letter>> = {
  person: (told) =>
    letter("Un mandat est arrêté", [
      `${helper(told)} a arrêté le mandat\u00a0: cette personne ne peut plus agir pour vous.`,
      `Vos mandats\u00a0: ${page()}`,
    ]),
  helper: (told) =>
    letter("Un mandat est arrêté", [
      `${person(told)} a arrêté le mandat\u00a0: vous ne pouvez plus agir en son nom.`,
      `Vos mandats\u00a0: ${page()}`,
    ]),
};

export const expiredFor: Record<Side, (told: Told) => ReturnType<typeof letter>> = {
  person: (told) =>
    letter("Un mandat est arrivé à son terme", [
      `${helper(told)} ne peut plus agir pour vous. Si vous le voulez encore, proposez un nouveau mandat\u00a0: ${page()}`,
    ]),
  helper: (told) =>
    letter("Un mandat est arrivé à son terme", [
      `Vous ne pouvez plus agir pour ${person(told)}. Si cette personne le veut encore, il faut un nouveau mandat\u00a0: ${page()}`,
    ]),
};
