import "server-only";
import { deliveryOf, keyOf } from "@/lib/auth/one-time";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { sendMail } from "@/lib/integrations/mail";
import type { ReviewMove } from "../model/review";
import { findInvitation } from "../queries/members";
import { findReviewPeople } from "../queries/reviews";
import { invitation, REVIEW_LETTERS } from "./mail-texts";

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

/** Tells the other side what has just moved: one mail each, the same ones when it is run twice. */
export async function sendReviewMail(
  ctx: Context,
  { reviewId, move }: { reviewId: string; move: ReviewMove },
) {
  const found = await findReviewPeople(reviewId);
  if (!found) return;
  const { review, members, reviewers } = found;
  const { to, text } = REVIEW_LETTERS[move];
  const addresses = to === "partner" ? members : reviewers;
  const round = review.submittedAt?.getTime() ?? 0;
  for (const address of addresses)
    await sendMail({
      to: address,
      deliveryId: deliveryOf({ id: `${reviewId}:${move}:${round}:${address}`, sendings: 1 }),
      ...text(review),
    });
  await transaction(ctx, (ctx) =>
    recordEvent(ctx, "partner.send-mail", review.organisationId, { kind: move }),
  );
}
