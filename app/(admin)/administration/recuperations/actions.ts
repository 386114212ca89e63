"use server";

import { submit } from "@/lib/action";
import { requireProvenAgent } from "@/lib/auth/agent-proof";
import { requireAgent } from "@/lib/auth/session";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";
import {
  approveRecovery,
  askRecovery,
  cancelRecovery,
} from "@/lib/lifecycle/commands/ask-recovery";
import { EVIDENCE } from "@/lib/lifecycle/model/recovery";
import { askRecoveryInput } from "@/lib/lifecycle/schemas";

const LIST = "/administration/recuperations";
const from = (at: string) => ({ at, as: () => requireAgent(at) });
/** What gives an account away asks who is there once more. */
const proven = (at: string) => ({ at, as: () => requireProvenAgent(at) });

export async function askRecoveryAction(form: FormData) {
  await submit(form, proven(`${LIST}/nouvelle`), async (ctx, values) => {
    const evidence = EVIDENCE.filter((each) => values[`evidence.${each}`] !== undefined);
    const input = parseInput(askRecoveryInput, { ...values, evidence });
    return doneAt(`${LIST}/${await askRecovery(ctx, input)}`, "recuperation-demandee");
  });
}

export async function approveRecoveryAction(id: string, form: FormData) {
  const at = `${LIST}/${id}`;
  await submit(form, proven(at), async (ctx) => {
    await approveRecovery(ctx, id);
    return doneAt(at, "recuperation-approuvee");
  });
}

export async function cancelRecoveryAction(id: string, form: FormData) {
  const at = `${LIST}/${id}`;
  await submit(form, from(at), async (ctx) => {
    await cancelRecovery(ctx, id);
    return doneAt(at, "recuperation-annulee");
  });
}
