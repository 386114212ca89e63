import type { Metadata } from "next";
import { SecondStepForm } from "@/components/accounts/second-step-form";
import { StaleLink } from "@/components/accounts/stale-link";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { findSecondStep } from "@/lib/accounts/commands/second-step";
import { getFactors } from "@/lib/accounts/queries/factors";
import { codeId } from "@/lib/accounts/schemas";
import { visitorId } from "@/lib/auth/csrf";
import { otherStepPath } from "@/lib/auth/merging";
import { requireRecentProof } from "@/lib/auth/proof";
import { pageTitle } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";

type Props = PageProps<"/compte/fusion/verification/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Seconde preuve de l’autre compte", "retour" in (await searchParams)) };
}

/** The other account asks for two proofs: the first one was right. */
export default async function OtherSecondStepPage({ params, searchParams }: Props) {
  const { id } = await params;
  await requireRecentProof("/compte/fusion");
  const isId = codeId.safeParse(id).success;
  const step = isId ? await findSecondStep(id, await visitorId()) : null;
  if (!step) return <StaleLink href="/compte/fusion" label="Réunir deux comptes" />;
  const factors = await orNotFound(getFactors(step.accountId));
  const posted = await takePosted(await searchParams);
  return (
    <Page>
      <BackLink href="/compte/fusion">Réunir deux comptes</BackLink>
      <PageTitle lead="L’autre compte demande deux preuves pour s’ouvrir. Donnez la seconde, celle de cet autre compte.">
        Seconde preuve de l’autre compte
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <SecondStepForm
        id={id}
        action={otherStepPath(id)}
        posted={posted}
        factors={factors}
        verb="Continuer"
      />
    </Page>
  );
}
