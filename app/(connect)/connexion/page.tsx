import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FranceConnectFirst } from "@/components/accounts/franceconnect-button";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { Done } from "@/components/ui/done";
import { Page, PageTitle } from "@/components/ui/page";
import { continuation, signInPath } from "@/lib/accounts/model";
import { findAccountSession } from "@/lib/auth/account-session";
import { pageTitle } from "@/lib/format/text";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";
import { takePosted } from "@/lib/posted";
import { signInAction } from "./actions";

type Props = PageProps<"/connexion">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Se connecter", "retour" in (await searchParams)) };
}

/** Straight to one's account; from another service, signing in is /interaction's. */
export default async function SignInPage({ searchParams }: Props) {
  const params = await searchParams;
  const suite = continuation(params.suite);
  if (signInPath(suite) === suite || (await findAccountSession())) redirect(suite);

  return (
    <Page>
      <Done what={params.fait} />
      <PageTitle lead="Vous continuerez vers votre compte.">Se connecter</PageTitle>
      <SignInForm
        action={signInAction}
        posted={await takePosted(params)}
        suite={suite}
        before={isFranceConnectOn() && <FranceConnectFirst suite={suite} />}
      />
    </Page>
  );
}
