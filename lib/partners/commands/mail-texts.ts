import "server-only";
import { env } from "@/lib/env";
import { mailBody } from "@/lib/format/mail";
import { INVITATION_DAYS } from "../model";

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
