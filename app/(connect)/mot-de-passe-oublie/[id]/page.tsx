import type { Metadata } from "next";
import { NothingCame } from "@/components/accounts/nothing-came";
import { ResetForm } from "@/components/accounts/reset-form";
import { StaleLink } from "@/components/accounts/stale-link";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { findOpenCode } from "@/lib/accounts/queries";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { resendResetAction } from "../actions";

type Props = PageProps<"/mot-de-passe-oublie/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Nouveau mot de passe", "retour" in (await searchParams)) };
}

export default async function ResetPasswordPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [code, posted] = await Promise.all([findOpenCode(id, "reset-password"), takePosted(query)]);
  const post = `/mot-de-passe-oublie/${id}/nouveau`;
  const key = typeof query.cle === "string" ? query.cle : undefined;
  if (!code || (key && code.isOver))
    return <StaleLink href="/mot-de-passe-oublie" label="Demander un nouveau message" />;

  return (
    <Page>
      <Done what={query.fait} />
      <PageTitle>Choisissez un nouveau mot de passe</PageTitle>
      <ErrorSummary errors={posted.errors} />
      {!key && (
        <p className="mt-4 text-lead">
          Si un compte existe avec l’adresse <strong className="break-words">{code.email}</strong>,
          un message vient de partir. Ouvrez son lien, ou recopiez son code ici.
        </p>
      )}
      <ResetForm
        action={key ? `${post}?cle=${encodeURIComponent(key)}` : post}
        posted={posted}
        withCode={!key}
        email={code.email}
      />
      {!key && <NothingCame resend={resendResetAction.bind(null, id)} posted={posted} />}
    </Page>
  );
}
