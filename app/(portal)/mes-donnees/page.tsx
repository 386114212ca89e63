import type { Metadata } from "next";
import { InThisPage } from "@/components/consents/in-this-page";
import { MyConsents } from "@/components/consents/my-consents";
import { MyReadings } from "@/components/consents/my-readings";
import { MyRights } from "@/components/consents/my-rights";
import { NotForHelpers } from "@/components/consents/not-for-helpers";
import { Done } from "@/components/ui/done";
import { Page, PageTitle } from "@/components/ui/page";
import { withOwnToken } from "@/lib/auth/own-token";
import { getViewer, requireResident } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { fetchAccesses, fetchOverview } from "@/lib/integrations/consents-api";
import { site } from "@/lib/site";
import { withdrawAction } from "./actions";

export const metadata: Metadata = { title: "Mes données" };

const one = (value: unknown) => (typeof value === "string" ? value : null);

/** What others may read about me, and what they read. Nothing here comes from the portal: Connect is asked. */
export default async function MyDataPage({ searchParams }: PageProps<"/mes-donnees">) {
  await requireResident("/mes-donnees");
  const viewer = await getViewer();
  if (viewer?.helper) return <NotForHelpers person={viewer.resident.givenName} />;
  const { avant, fait } = await searchParams;
  const before = one(avant);
  const { consents, latest } = await withOwnToken("/mes-donnees", fetchOverview);
  const { accesses, next } = before
    ? await withOwnToken("/mes-donnees", (token) => fetchAccesses(token, before))
    : latest;
  return (
    <Page>
      <Done what={fait} />
      <PageTitle lead="Vous décidez qui lit quoi. Un accord se retire à tout moment, sans justification.">
        Mes données
      </PageTitle>
      <InThisPage />
      <MyConsents consents={consents} withdraw={withdrawAction} />
      <MyReadings accesses={accesses} next={next} contact={site().DPO_EMAIL} />
      <MyRights
        accountUrl={new URL("/compte", env().CONNECT_URL).href}
        contact={site().DPO_EMAIL}
      />
    </Page>
  );
}
