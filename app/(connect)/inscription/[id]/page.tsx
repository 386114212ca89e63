import type { Metadata } from "next";
import { CodeField } from "@/components/accounts/code-field";
import { NothingCame } from "@/components/accounts/nothing-came";
import { StaleLink } from "@/components/accounts/stale-link";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { CODE_RULES } from "@/lib/accounts/model";
import { findOpenCode } from "@/lib/accounts/queries";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { correctSignUpAction, resendSignUpAction } from "../actions";

type Props = PageProps<"/inscription/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Vérifier votre adresse", "retour" in (await searchParams)) };
}

export default async function SignUpCodePage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [code, posted] = await Promise.all([findOpenCode(id, "sign-up"), takePosted(query)]);
  if (!code) return <StaleLink href="/inscription" label="Créer un compte" />;

  return (
    <Page>
      <Done what={query.fait} />
      <PageTitle>Vérifiez votre adresse</PageTitle>
      <ErrorSummary errors={posted.errors} />
      <p className="mt-4 text-lead">
        Nous venons d’écrire à <strong className="break-words">{code.email}</strong>. Recopiez ici
        le code du message.
      </p>
      <form method="post" action={`/inscription/${id}/code`} noValidate className="mt-8 space-y-5">
        <Csrf />
        <CodeField posted={posted} {...CODE_RULES["sign-up"]} />
        <Button className="w-full sm:w-auto sm:px-8">Vérifier mon adresse</Button>
      </form>
      <NothingCame
        resend={resendSignUpAction.bind(null, id)}
        correct={correctSignUpAction.bind(null, id)}
        posted={posted}
      />
    </Page>
  );
}
