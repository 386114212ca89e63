import type { Metadata } from "next";
import { FranceConnectFirst } from "@/components/accounts/franceconnect-button";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { Page, PageTitle } from "@/components/ui/page";
import { continuation, signInPath } from "@/lib/accounts/model";
import { pageTitle } from "@/lib/format/text";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";
import { takePosted } from "@/lib/posted";
import { signUpAction } from "./actions";

type Props = PageProps<"/inscription">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Créer un compte", "retour" in (await searchParams)) };
}

export default async function SignUpPage({ searchParams }: Props) {
  const params = await searchParams;
  const suite = continuation(params.suite);
  const posted = await takePosted(params);

  return (
    <Page>
      <PageTitle lead="Un seul compte pour les démarches de la Métropole et des communes.">
        Créer un compte
      </PageTitle>
      <p className="mt-3">
        Vous en avez déjà un&#8239;? <a href={signInPath(suite)}>Se connecter</a>
      </p>
      <SignUpForm
        action={signUpAction}
        posted={posted}
        suite={suite}
        before={
          isFranceConnectOn() && (
            <FranceConnectFirst
              suite={suite}
              text="Ni formulaire ni mot de passe&nbsp;: votre identité vient de l’État."
            />
          )
        }
      />
    </Page>
  );
}
