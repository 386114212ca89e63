import type { Metadata } from "next";
import { SecondStepForm } from "@/components/accounts/second-step-form";
import { StaleLink } from "@/components/accounts/stale-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { findSecondStep } from "@/lib/accounts/commands/second-step";
import { getFactors } from "@/lib/accounts/queries/factors";
import { codeId } from "@/lib/accounts/schemas";
import { visitorId } from "@/lib/auth/csrf";
import { secondStepPath } from "@/lib/auth/enter";
import { pageTitle } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";

type Props = PageProps<"/connexion/verification/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Seconde étape", "retour" in (await searchParams)) };
}

/** After the password, FranceConnect or a link: what only its owner has. */
export default async function SecondStepPage({ params, searchParams }: Props) {
  const { id } = await params;
  const isId = codeId.safeParse(id).success;
  const step = isId ? await findSecondStep(id, await visitorId()) : null;
  if (!step) return <StaleLink href="/connexion" label="Me connecter" />;
  const factors = await orNotFound(getFactors(step.accountId));
  const posted = await takePosted(await searchParams);

  return (
    <Page>
      <PageTitle lead="Votre compte demande une seconde preuve, pour que vous seul puissiez y entrer.">
        Seconde étape
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <SecondStepForm id={id} action={secondStepPath(id)} posted={posted} factors={factors} />
    </Page>
  );
}
