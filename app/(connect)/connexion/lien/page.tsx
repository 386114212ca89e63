import type { Metadata } from "next";
import { AskMailForm } from "@/components/accounts/ask-mail-form";
import { Page, PageTitle } from "@/components/ui/page";
import { continuation, signInPath } from "@/lib/accounts/model";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { askLinkAction } from "./actions";

type Props = PageProps<"/connexion/lien">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Recevoir un lien", "retour" in (await searchParams)) };
}

export default async function AskLinkPage({ searchParams }: Props) {
  const params = await searchParams;
  const suite = continuation(params.suite);
  const posted = await takePosted(params);

  return (
    <Page>
      <PageTitle lead="Nous vous écrivons un lien qui ouvre votre compte, sans mot de passe.">
        Recevoir un lien de connexion
      </PageTitle>
      <AskMailForm action={askLinkAction} posted={posted} suite={suite} verb="Recevoir le lien" />
      <p className="mt-6">
        <a href={signInPath(suite)} className="inline-flex min-h-11 items-center">
          Plutôt avec mon mot de passe
        </a>
      </p>
    </Page>
  );
}
