import "server-only";
import * as z from "zod";
import { findAccount } from "@/lib/accounts/queries";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { sendMail } from "@/lib/integrations/mail";
import { defineJob } from "@/lib/job";
import { SIDES, type Side } from "../model";
import { getMandate, listServices, type Mandate } from "../queries";
import { acceptedFor, askedOf, endedFor, expiredFor, refusedFor } from "./mail-texts";

const MAILS = ["asked", "accepted", "refused", "ended", "expired"] as const;
export type MandateMail = (typeof MAILS)[number];

type Letter = { mandateId: string; to: Side; what: MandateMail; noticeId: string };
type Told = Parameters<(typeof askedOf)["person"]>[0];

const WRITE: Record<MandateMail, (told: Told, to: Side) => ReturnType<typeof refusedFor>> = {
  asked: (told, to) => askedOf[to](told),
  accepted: (told, to) => acceptedFor[to](told),
  refused: refusedFor,
  ended: (told, to) => endedFor[to](told),
  expired: (told, to) => expiredFor[to](told),
};

/** Whoever was asked is known by the address alone; the others by their account, if it is still open. */
async function addressOf(ctx: Context, mandate: Mandate, { to, what }: Letter) {
  if (what === "asked") return mandate.status === "asked" ? mandate.inviteeEmail : null;
  const id = to === "person" ? mandate.personId : mandate.helperId;
  return (id && (await findAccount(ctx, id))?.email) || null;
}

/** Tells one side. The same mail goes to an address with an account and to one without. */
export async function sendMandateMail(ctx: Context, letter: Letter) {
  const mandate = await getMandate(ctx, letter.mandateId);
  const address = await addressOf(ctx, mandate, letter);
  if (!address) return;
  const services = (await listServices())
    .filter(({ id }) => mandate.clientIds.includes(id))
    .map(({ notice }) => notice.service);
  const written = WRITE[letter.what]({ ...mandate, services }, letter.to);
  await sendMail({ to: address, deliveryId: letter.noticeId, ...written });
  await transaction(ctx, (ctx) =>
    recordEvent(ctx, "mandate.send-mail", mandate.id, { what: letter.what, to: letter.to }),
  );
}

export const mandateMailJob = defineJob(
  "mandates.mail",
  z.object({
    mandateId: z.uuid(),
    to: z.enum(SIDES),
    what: z.enum(MAILS),
    noticeId: z.uuid(),
  }),
  sendMandateMail,
);
