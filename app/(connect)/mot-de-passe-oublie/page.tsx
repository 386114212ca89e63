import type { Metadata } from "next";
import { AskMailForm } from "@/components/accounts/ask-mail-form";
import { Page, PageTitle } from "@/components/ui/page";
import { continuation } from "@/lib/accounts/model";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { askResetAction } from "./actions";

type Props = PageProps<"/mot-de-passe-oublie">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Mot de passe oublié", "retour" in (await searchParams)) };
}

export default async function ForgottenPasswordPage({ searchParams }: Props) {
  const params = await searchParams;
  const posted = await takePosted(params);

  return (
    <Page>
      <PageTitle lead="Écrivez l’adresse de votre compte. Nous y envoyons un lien et un code pour choisir un nouveau mot de passe.">
        Mot de passe oublié
      </PageTitle>
      <AskMailForm
        action={askResetAction}
        posted={posted}
        suite={continuation(params.suite)}
        verb="Recevoir le message"
      />
      <p className="mt-8">
        <a href="/recuperation" className="inline-flex min-h-11 items-center">
          Je n’ai plus accès à cette adresse
        </a>
      </p>
    </Page>
  );
}
