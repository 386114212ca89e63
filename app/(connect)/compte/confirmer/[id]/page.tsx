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
import { confirmPath } from "@/lib/auth/proof";
import { accountPath } from "@/lib/auth/return-path";
import { requireAccount } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { confirmByCodeAction, resendConfirmCodeAction } from "../actions";

type Props = PageProps<"/compte/confirmer/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Confirmer que c’est vous", "retour" in (await searchParams)) };
}

export default async function ConfirmCodePage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const back = accountPath(query.vers);
  const { actor } = await requireAccount("/compte");
  const [code, posted] = await Promise.all([findOpenCode(id, "confirm"), takePosted(query)]);
  if (!code || code.accountId !== actor.id)
    return <StaleLink href={confirmPath(back)} label="Recommencer" />;

  return (
    <Page>
      <Done what={query.fait} />
      <PageTitle>Est-ce bien vous&#8239;?</PageTitle>
      <ErrorSummary errors={posted.errors} />
      <p className="mt-4 text-lead">
        Nous venons d’écrire à <strong className="break-words">{code.email}</strong>. Recopiez ici
        le code du message.
      </p>
      <form action={confirmByCodeAction.bind(null, id, back)} noValidate className="mt-8 space-y-5">
        <Csrf />
        <CodeField posted={posted} {...CODE_RULES.confirm} />
        <Button className="w-full sm:w-auto sm:px-8">Confirmer que c’est moi</Button>
      </form>
      <NothingCame resend={resendConfirmCodeAction.bind(null, id, back)} posted={posted} />
    </Page>
  );
}
