"use server";

import { submit } from "@/lib/action";
import { requireAgent } from "@/lib/auth/session";
import { doneAt } from "@/lib/done";
import { suspendReview } from "@/lib/partners/commands/activate";
import { decideReview } from "@/lib/partners/commands/reviews";

const pathOf = (id: string) => `/administration/raccordements/${id}`;

export async function decideAction(id: string, form: FormData) {
  const at = pathOf(id);
  await submit(form, { at, as: () => requireAgent(at) }, async (ctx, values) => {
    await decideReview(ctx, id, values);
    return doneAt(at, values.decision === "accept" ? "production-acceptee" : "production-refusee");
  });
}

export async function suspendAction(id: string, isSuspended: boolean, form: FormData) {
  const at = pathOf(id);
  await submit(form, { at, as: () => requireAgent(at) }, async (ctx) => {
    await suspendReview(ctx, id, isSuspended);
    return doneAt(at, isSuspended ? "service-suspendu" : "service-retabli");
  });
}
