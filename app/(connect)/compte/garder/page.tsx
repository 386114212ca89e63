import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { KeepAccount } from "@/components/lifecycle/keep-account";
import { ownSession } from "@/lib/auth/proof";
import { accountPath } from "@/lib/auth/return-path";
import { findClosure } from "@/lib/lifecycle/queries";
import { takePosted } from "@/lib/posted";
import { keepAccountAction } from "./actions";

export const metadata: Metadata = { title: "Garder mon compte" };

/** Where every page of an account leads while its owner has asked for its deletion. */
export default async function KeepAccountPage({ searchParams }: PageProps<"/compte/garder">) {
  const [{ accountId: id, isClosing }, search] = [await ownSession(), await searchParams];
  const suite = accountPath(search.suite);
  const closure = isClosing ? await findClosure({ actor: { kind: "account", id } }, id) : null;
  if (!closure) redirect(suite);
  const { errors } = await takePosted(search);
  return (
    <KeepAccount
      dueAt={closure.dueAt}
      action={keepAccountAction.bind(null, suite)}
      errors={errors}
    />
  );
}
