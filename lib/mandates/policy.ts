import type { Actor } from "@/lib/auth/actor";
import { canMove, isInForce, type MandateStatus, names, sideOf } from "./model";

type Mandate = {
  status: MandateStatus;
  inviterId: string;
  inviteeId: string | null;
  personId: string | null;
  helperId: string | null;
  answerBy: Date;
  endsAt: Date | null;
  clientIds: readonly string[];
};

/** Whoever was asked, in time; row level security shows it to no other mailbox. */
export const canAnswer = (actor: Actor, { status, inviterId, answerBy }: Mandate, now: Date) =>
  actor.kind === "account" && actor.id !== inviterId && canMove(status, "active") && now < answerBy;

/** Either of the two, at any moment, alone. */
export const canEnd = (actor: Actor, mandate: Mandate) =>
  actor.kind === "account" &&
  canMove(mandate.status, "ended") &&
  sideOf(mandate, actor.id) !== null;

/** Only the helper, only for a service it names, only as long as it lasts. */
export const canActUnder = (helperId: string, mandate: Mandate, clientId: string, now: Date) =>
  mandate.helperId === helperId && names(mandate, clientId) && isInForce(mandate, now);
