import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ImportedWelcome } from "@/components/accounts/imported-welcome";
import { ownSession } from "@/lib/auth/proof";
import { accountPath } from "@/lib/auth/return-path";
import { env } from "@/lib/env";
import { welcomeAction } from "./actions";

export const metadata: Metadata = { title: "Votre compte change de nom" };

/** Where every page of an account leads at first, when another service kept it before. */
export default async function WelcomePage({ searchParams }: PageProps<"/compte/bienvenue">) {
  const [{ awaitsWelcome }, search] = [await ownSession(), await searchParams];
  const suite = accountPath(search.suite);
  if (!awaitsWelcome) redirect(suite);
  return (
    <ImportedWelcome action={welcomeAction.bind(null, suite)} accountName={env().ACCOUNT_NAME} />
  );
}
