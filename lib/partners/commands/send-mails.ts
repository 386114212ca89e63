import "server-only";
import { deliveryOf, keyOf } from "@/lib/auth/one-time";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { sendMail } from "@/lib/integrations/mail";
import { findInvitation } from "../queries/members";
import { invitation } from "./mail-texts";

/** Writes to whoever is invited; nothing once the invitation is used, withdrawn or over. */
export async function sendInvitation(ctx: Context, { invitationId }: { invitationId: string }) {
  const found = await findInvitation(invitationId);
  if (!found) return;
  const mail = invitation(found, keyOf(found));
  await sendMail({ to: found.email, deliveryId: deliveryOf(found), ...mail });
  await transaction(ctx, (ctx) =>
    recordEvent(ctx, "partner.send-mail", found.organisationId, { kind: "invitation" }),
  );
}
