import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CertifiedFacts } from "@/components/accounts/certified-facts";
import { Certify } from "@/components/accounts/certify";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { getAccount } from "@/lib/accounts/queries";
import { endOf, portalReturn } from "@/lib/auth/identification";
import { requireRecentProof } from "@/lib/auth/proof";
import { requireAccount } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";

export const metadata: Metadata = { title: "Certifier mon identité" };

export default async function CertificationPage({
  searchParams,
}: PageProps<"/compte/certification">) {
  const ctx = await requireAccount("/compte/certification");
  const { certificate } = await orNotFound(getAccount(ctx, ctx.actor.id));
  const [back, query] = [await portalReturn(), await searchParams];
  if (certificate)
    return (
      <Page>
        <Done what={query.fait} />
        <BackLink href="/compte">Mon compte</BackLink>
        <PageTitle>Votre identité est certifiée</PageTitle>
        <CertifiedFacts civil={certificate.pivot} />
        {back && (
          <p className="mt-8">
            <ButtonLink href={endOf(back)} iconAfter="arrow-right">
              Continuer sur {env().PORTAL_NAME}
            </ButtonLink>
          </p>
        )}
      </Page>
    );
  if (!isFranceConnectOn()) notFound();
  await requireRecentProof("/compte/certification");
  const { errors } = await takePosted(query);
  return (
    <Page>
      <Done what={query.fait} />
      <BackLink href="/compte">Mon compte</BackLink>
      <PageTitle lead="L’État confirme votre nom et votre date de naissance&nbsp;: moins de pièces à fournir ensuite.">
        Certifier mon identité
      </PageTitle>
      <ErrorSummary errors={errors} />
      <Certify comesBack={back !== null} />
    </Page>
  );
}
