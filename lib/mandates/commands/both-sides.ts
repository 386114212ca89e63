import "server-only";
import { randomUUID } from "node:crypto";
import type { Transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { helperLabel, type MandateAction, type Side } from "../model";
import { type MandateMail, mandateMailJob } from "./send-mail";

export type Parties = {
  id: string;
  personId: string | null;
  helperId: string | null;
  personName: string | null;
  helperName: string | null;
  structure: string | null;
};

/** Writes it in the journal of each side that is known, with the name of the other one. */
export const tellBoth = async (
  ctx: Transaction,
  action: MandateAction,
  mandate: Parties,
  details: Record<string, unknown> = {},
) => {
  const sides = [
    { side: "person", accountId: mandate.personId, name: helperLabel(mandate) || undefined },
    { side: "helper", accountId: mandate.helperId, name: mandate.personName ?? undefined },
  ];
  for (const { side, accountId, name } of sides)
    if (accountId)
      await recordEvent(ctx, action, accountId, { mandateId: mandate.id, side, name, ...details });
};

/** Has the worker write to one side. */
export const writeTo = (ctx: Transaction, mandateId: string, to: Side, what: MandateMail) =>
  mandateMailJob.enqueue(ctx, { mandateId, to, what, noticeId: randomUUID() });
