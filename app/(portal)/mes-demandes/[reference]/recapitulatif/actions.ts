"use server";

import { submit } from "@/lib/action";
import { getFilingContext } from "@/lib/auth/session";
import { parseInput } from "@/lib/errors";
import { submitRequest } from "@/lib/requests/commands/submit-request";
import { takeCertified } from "@/lib/requests/commands/take-certified";
import { submitRequestInput } from "@/lib/requests/schemas";

export async function submitRequestAction(form: FormData) {
  const asked = form.get("reference");
  const reference = typeof asked === "string" ? asked.replace(/[^\w-]/g, "") : "";
  const draft = `/mes-demandes/${reference}`;
  return submit(
    form,
    { at: `${draft}/recapitulatif`, as: () => getFilingContext(reference) },
    async (ctx, said) => {
      const declared = said.declaration === "oui";
      await submitRequest(ctx, parseInput(submitRequestInput, { reference, declared }));
      return `${draft}/envoyee`;
    },
  );
}

export async function takeCertifiedAction(reference: string, form: FormData) {
  const at = `/mes-demandes/${reference.replace(/[^\w-]/g, "")}/recapitulatif`;
  return submit(form, { at, as: () => getFilingContext(reference) }, async (ctx) => {
    await takeCertified(ctx, reference);
    return at;
  });
}
