import type { Metadata } from "next";
import { AgentNotice, RecoverySection, TotpSection } from "@/components/accounts/factor-sections";
import { PasskeySection } from "@/components/accounts/passkey-section";
import { BackLink } from "@/components/ui/back-link";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { hasSecondProof } from "@/lib/accounts/model/factors";
import { getFactors } from "@/lib/accounts/queries/factors";
import { heldContinuation } from "@/lib/auth/continuation";
import { requireRecentProof } from "@/lib/auth/proof";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { removeTotpAction, startTotpAction } from "./actions";
import { addPasskeyAction } from "./passkey-actions";

export const metadata: Metadata = { title: "Mes moyens de connexion" };

export default async function FactorsPage({ searchParams }: PageProps<"/compte/connexion">) {
  const query = await searchParams;
  const { actor } = await requireRecentProof("/compte/connexion");
  const factors = await orNotFound(getFactors(actor.id));
  const { errors } = await takePosted(query);
  const onward = await heldContinuation();

  return (
    <Page>
      <Done what={query.fait} />
      <BackLink href="/compte">Mon compte</BackLink>
      <PageTitle lead="Ce qui ouvre votre compte, et ce qui le protège.">
        Mes moyens de connexion
      </PageTitle>
      <ErrorSummary errors={errors} />
      {factors.agentSince && <AgentNotice canGoOn={hasSecondProof(factors)} onward={onward} />}
      <PasskeySection passkeys={factors.passkeys} add={addPasskeyAction} />
      <TotpSection totp={factors.totp} add={startTotpAction} remove={removeTotpAction} />
      {hasSecondProof(factors) && <RecoverySection left={factors.recoveryLeft} />}
    </Page>
  );
}
