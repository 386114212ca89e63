import "server-only";
import * as z from "zod";
import { type Context, transaction } from "@/lib/context";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { mailBody, plainName } from "@/lib/format/mail";
import { capitalise } from "@/lib/format/text";
import { sendMail } from "@/lib/integrations/mail";
import { defineJob } from "@/lib/job";
import { getInvitation } from "../queries";

function letter(inviterName: string) {
  const name = env().ACCOUNT_NAME;
  const page = new URL("/compte/foyer", env().CONNECT_URL).href;
  const who = capitalise(plainName(inviterName, "une personne"));
  return {
    subject: `Un enfant à rattacher à votre foyer – ${name}`,
    ...mailBody([
      "Bonjour,",
      `${who} vous propose de rattacher un enfant à votre compte, pour que ses deux parents le retrouvent dans leurs démarches.`,
      `Pour lire la proposition, puis l’accepter ou la refuser, connectez-vous ou créez un compte avec cette adresse\u00a0: ${page}`,
      "Vous ne connaissez pas cette personne\u202f? Ignorez ce message\u00a0: sans votre accord, rien ne se fera.",
      `${name}, le compte commun aux services publics du territoire.\nMessage automatique\u00a0: n’y répondez pas.`,
    ]),
  };
}

/** The same mail goes to an address with an account and to one without; none once answered. */
async function sendInvitation(
  ctx: Context,
  { invitationId, noticeId }: { invitationId: string; noticeId: string },
) {
  const invitation = await getInvitation(ctx, invitationId).catch((error: unknown) => {
    if (error instanceof DomainError) return null;
    throw error;
  });
  if (!invitation) return;
  const { inviteeEmail, inviterName, inviterId } = invitation;
  await sendMail({ to: inviteeEmail, deliveryId: noticeId, ...letter(inviterName) });
  await transaction(ctx, (ctx) =>
    recordEvent(ctx, "account.send-mail", inviterId, { kind: "child-invite" }),
  );
}

export const householdMailJob = defineJob(
  "household.mail",
  z.object({ invitationId: z.uuid(), noticeId: z.uuid() }),
  sendInvitation,
);
