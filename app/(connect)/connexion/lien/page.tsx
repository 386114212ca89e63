import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
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
      <ErrorSummary errors={posted.errors} />
      <form action={askLinkAction} noValidate className="mt-8 space-y-5">
        <Csrf />
        <input type="hidden" name="suite" value={suite} />
        <TextInput
          {...fieldOf(posted, "email")}
          label="Courriel"
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <Button className="w-full sm:w-auto sm:px-8">Recevoir le lien</Button>
      </form>
      <p className="mt-6">
        <a href={signInPath(suite)} className="inline-flex min-h-11 items-center">
          Plutôt avec mon mot de passe
        </a>
      </p>
    </Page>
  );
}
