import type { Metadata } from "next";
import { CodeField } from "@/components/accounts/code-field";
import { StaleLink } from "@/components/accounts/stale-link";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { CODE_RULES } from "@/lib/accounts/model";
import { findOpenCode } from "@/lib/accounts/queries";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";

type Props = PageProps<"/recuperation/code/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Vérifier votre adresse", "retour" in (await searchParams)) };
}

export default async function RecoveryCodePage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [code, posted] = await Promise.all([findOpenCode(id, "recover"), takePosted(query)]);
  if (!code) return <StaleLink href="/recuperation" label="Récupérer mon compte" />;
  return (
    <Page>
      <PageTitle
        lead={
          <>
            Nous venons d’écrire à <strong className="break-words">{code.email}</strong>. Recopiez
            ici le code du message.
          </>
        }
      >
        Vérifiez votre adresse
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <form
        method="post"
        action={`/recuperation/code/${id}/valider`}
        noValidate
        className="mt-8 space-y-5"
      >
        <Csrf />
        <CodeField posted={posted} {...CODE_RULES.recover} />
        <Button className="w-full sm:w-auto sm:px-8">Récupérer mon compte</Button>
      </form>
    </Page>
  );
}
