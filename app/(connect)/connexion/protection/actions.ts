"use server";

import { continuation } from "@/lib/accounts/model";
import { submit } from "@/lib/action";
import { rememberContinuation } from "@/lib/auth/continuation";
import { requireAccount } from "@/lib/auth/session";

export async function protectNowAction(suite: string, form: FormData) {
  await submit(form, { at: "/connexion", as: () => requireAccount() }, async () => {
    await rememberContinuation(continuation(suite));
    return "/compte/connexion";
  });
}
