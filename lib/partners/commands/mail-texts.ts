import "server-only";
import { env } from "@/lib/env";
import { mailBody } from "@/lib/format/mail";
import { INVITATION_DAYS } from "../model";
import type { ReviewMove } from "../model/review";

const at = (path: string) => new URL(path, env().PORTAL_URL).href;

export const letter = (subject: string, paragraphs: readonly string[]) => {
  const name = env().ACCOUNT_NAME;
  const closing = `${name}, espace des partenaires\nMessage automatique\u00a0: n’y répondez pas.`;
  return { subject: `${subject} – ${name}`, ...mailBody(["Bonjour,", ...paragraphs, closing]) };
};

type Invitation = { id: string; organisation: string; invitedBy: string };

export const invitation = ({ id, organisation, invitedBy }: Invitation, key: string) =>
  letter(`Rejoindre ${organisation}`, [
    `${invitedBy} vous invite à raccorder les services de ${organisation} à ${env().ACCOUNT_NAME}.`,
    `Pour accepter, ouvrez ce lien, puis connectez-vous\u00a0: ${at(`/partenaires/invitation/${id}?cle=${key}`)}`,
    `Il sert une seule fois, pendant ${INVITATION_DAYS}\u00a0jours. Si vous ne connaissez pas cette personne, ignorez ce message.`,
  ]);

export type ReviewStep = {
  id: string;
  service: string;
  organisation: string;
  slug: string;
  clientId: string;
  reason: string | null;
};

type Text = (step: ReviewStep) => ReturnType<typeof letter>;

const production = ({ slug, clientId }: ReviewStep) =>
  at(`/partenaires/${slug}/services/${clientId}/production`);

const toPartner =
  (subject: string, say: (step: ReviewStep) => string[]): Text =>
  (step) =>
    letter(`${subject}\u00a0: ${step.service}`, [
      ...say(step),
      `Pour la suite\u00a0: ${production(step)}`,
    ]);

const toReviewers =
  (subject: string, say: (step: ReviewStep) => string): Text =>
  (step) =>
    letter(`${subject}\u00a0: ${step.service}`, [
      say(step),
      `Pour la suite\u00a0: ${at(`/administration/raccordements/${step.id}`)}`,
    ]);

const told = (reason: string | null) =>
  reason ? [`La Métropole vous écrit\u00a0: «\u00a0${reason}\u00a0»`] : [];

/** What each move of a review says, and to which side. */
export const REVIEW_LETTERS: Record<ReviewMove, { to: "partner" | "reviewers"; text: Text }> = {
  submit: {
    to: "reviewers",
    text: toReviewers(
      "Demande de production",
      ({ service, organisation }) =>
        `${organisation} souhaite mettre «\u00a0${service}\u00a0» en production. Son registre de traitement est joint.`,
    ),
  },
  withdraw: {
    to: "reviewers",
    text: toReviewers(
      "Demande reprise",
      ({ organisation }) => `${organisation} la reprend pour la modifier.`,
    ),
  },
  revise: {
    to: "reviewers",
    text: toReviewers(
      "Demande reprise",
      ({ organisation }) => `${organisation} la corrige, et vous l’enverra de nouveau.`,
    ),
  },
  accept: {
    to: "partner",
    text: toPartner("Production acceptée", ({ service, reason }) => [
      `«\u00a0${service}\u00a0» peut entrer en production. Un responsable de votre organisme signe la convention et l’active.`,
      ...told(reason),
    ]),
  },
  refuse: {
    to: "partner",
    text: toPartner("Production refusée", ({ service, reason }) => [
      `«\u00a0${service}\u00a0» ne peut pas encore entrer en production.`,
      ...told(reason),
      "Corrigez la demande, puis envoyez-la de nouveau.",
    ]),
  },
  activate: {
    to: "partner",
    text: toPartner("En production", ({ service }) => [
      `«\u00a0${service}\u00a0» est en production. Son identifiant et son secret sont ceux de l’espace des partenaires, pas ceux du bac à sable.`,
    ]),
  },
  suspend: {
    to: "partner",
    text: toPartner("Service suspendu", ({ service }) => [
      `La Métropole a suspendu «\u00a0${service}\u00a0»\u00a0: plus personne ne peut s’y connecter. Répondez-nous au plus vite.`,
    ]),
  },
  resume: {
    to: "partner",
    text: toPartner("Service rétabli", ({ service }) => [
      `«\u00a0${service}\u00a0» fonctionne de nouveau. Les personnes doivent se reconnecter.`,
    ]),
  },
};
