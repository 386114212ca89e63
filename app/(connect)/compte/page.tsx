import type { Metadata } from "next";
import { ProfileSummary } from "@/components/accounts/profile-summary";
import { RelativesPanel } from "@/components/accounts/relatives-panel";
import { SafetyPanel } from "@/components/accounts/safety-panel";
import { LifecycleLinks } from "@/components/lifecycle/lifecycle-links";
import { Done } from "@/components/ui/done";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { fullName } from "@/lib/accounts/model";
import { getAccount } from "@/lib/accounts/queries";
import { requireAccount } from "@/lib/auth/session";
import { listSessions } from "@/lib/connect/queries";
import { env } from "@/lib/env";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";
import { orNotFound } from "@/lib/page";
import { signOutAction } from "./actions";

export const metadata: Metadata = { title: "Mon compte" };

export default async function AccountPage({ searchParams }: PageProps<"/compte">) {
  const ctx = await requireAccount("/compte");
  const [account, sessions] = await Promise.all([
    orNotFound(getAccount(ctx, ctx.actor.id)),
    listSessions(ctx, ctx.actor.id),
  ]);
  const { PORTAL_NAME, PORTAL_URL } = env();

  return (
    <Page>
      <Done what={(await searchParams).fait} />
      <PageTitle lead={fullName(account)}>Mon compte</PageTitle>
      <ProfileSummary account={account} canCertify={isFranceConnectOn()} />
      <Section title="Mes données">
        <p className="mt-3">
          Les services qui peuvent lire vos informations, depuis quand et pourquoi, sont réunis sur{" "}
          {PORTAL_NAME}. Vous pouvez y retirer un accord à tout moment.
        </p>
        <p className="mt-2">
          <a
            href={new URL("/mes-donnees", PORTAL_URL).href}
            className="inline-flex min-h-11 items-center font-bold"
          >
            Voir qui peut lire mes données
          </a>
        </p>
      </Section>
      <RelativesPanel />
      <SafetyPanel sessions={sessions.length} signOut={signOutAction} />
      <LifecycleLinks />
    </Page>
  );
}
