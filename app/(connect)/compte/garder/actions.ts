"use server";

import { submit } from "@/lib/action";
import { leaveAccount } from "@/lib/auth/franceconnect-exit";
import { ownSession } from "@/lib/auth/proof";
import { accountPath } from "@/lib/auth/return-path";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";
import { keepAccount } from "@/lib/lifecycle/commands/ask-closure";
import { keepInput } from "@/lib/lifecycle/schemas";

export async function keepAccountAction(suite: string, form: FormData) {
  const as = async () => {
    const { accountId } = await ownSession();
    return { actor: { kind: "account", id: accountId } } as const;
  };
  await submit(form, { at: "/compte/garder", as }, async (ctx, values) => {
    const { choice } = parseInput(keepInput, values);
    if (choice === "leave") return leaveAccount(doneAt("/connexion", "deconnexion"));
    await keepAccount(ctx);
    const path = accountPath(suite);
    return path === "/compte" ? doneAt(path, "compte-garde") : path;
  });
}
