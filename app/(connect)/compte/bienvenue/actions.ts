"use server";

import { welcomeAccount } from "@/lib/accounts/commands/welcome";
import { submit } from "@/lib/action";
import { ownSession } from "@/lib/auth/proof";
import { accountPath } from "@/lib/auth/return-path";

export async function welcomeAction(suite: string, form: FormData) {
  const as = async () => {
    const { accountId } = await ownSession();
    return { actor: { kind: "account", id: accountId } } as const;
  };
  await submit(form, { at: "/compte/bienvenue", as }, async ({ actor }) => {
    await welcomeAccount(actor.id);
    return accountPath(suite);
  });
}
