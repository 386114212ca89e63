import type { Metadata } from "next";
import { CodesLeft, NewCodes } from "@/components/accounts/recovery-codes";
import { BackLink } from "@/components/ui/back-link";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { getFactors } from "@/lib/accounts/queries/factors";
import { requireRecentProof } from "@/lib/auth/proof";
import { shownCodes } from "@/lib/auth/shown-codes";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { noteCodesAction, renewCodesAction } from "../actions";

export const metadata: Metadata = { title: "Codes de secours" };

export default async function CodesPage({ searchParams }: PageProps<"/compte/connexion/codes">) {
  const query = await searchParams;
  const { actor } = await requireRecentProof("/compte/connexion/codes");
  const [{ recoveryLeft }, codes, { errors }] = await Promise.all([
    orNotFound(getFactors(actor.id)),
    shownCodes(actor.id),
    takePosted(query),
  ]);

  return (
    <Page>
      <Done what={query.fait} />
      <BackLink href="/compte/connexion">Mes moyens de connexion</BackLink>
      <PageTitle lead="Pour entrer le jour où vous n’avez plus votre téléphone ou votre clé.">
        Codes de secours
      </PageTitle>
      <ErrorSummary errors={errors} />
      {codes.length > 0 ? (
        <NewCodes codes={codes} noted={noteCodesAction} />
      ) : (
        <CodesLeft left={recoveryLeft} renew={renewCodesAction} />
      )}
    </Page>
  );
}
