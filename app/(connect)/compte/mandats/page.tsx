import type { Metadata } from "next";
import { Acceptable } from "@/components/mandates/acceptable";
import { MandateCard } from "@/components/mandates/mandate-card";
import { PastMandates } from "@/components/mandates/past-mandates";
import { SideSection } from "@/components/mandates/side-section";
import { BackLink } from "@/components/ui/back-link";
import { Done } from "@/components/ui/done";
import { Page, PageTitle } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { type Side, sortMandates } from "@/lib/mandates/model";
import { listMandates } from "@/lib/mandates/queries";
import { endMandateAction } from "./actions";
import { actAddress, loadPlaces } from "./load";

export const metadata: Metadata = { title: "Mes mandats" };

const LEAD =
  "Une personne de confiance peut faire des démarches en votre nom, et vous celles d’une autre. Chacun garde son mot de passe, et arrête quand il veut.";

export default async function MandatesPage({ searchParams }: PageProps<"/compte/mandats">) {
  const ctx = await requireAccount("/compte/mandats");
  const [all, places] = await Promise.all([listMandates(ctx, ctx.actor.id), loadPlaces()]);
  const { toAnswer, mine, past } = sortMandates(all, ctx.actor.id, new Date());
  const cards = (side: Side) =>
    mine[side].map((mandate) => {
      const href = side === "helper" && mandate.status === "active" && actAddress(mandate);
      return (
        <MandateCard
          key={mandate.id}
          mandate={mandate}
          side={side}
          places={places.of(mandate)}
          act={href ? { href, label: `Agir dans ${env().PORTAL_NAME}` } : undefined}
          end={endMandateAction.bind(null, mandate.id)}
        />
      );
    });

  return (
    <Page>
      <Done what={(await searchParams).fait} />
      <BackLink href="/compte">Mon compte</BackLink>
      <PageTitle lead={LEAD}>Mes mandats</PageTitle>
      <Acceptable mandates={toAnswer} />
      <SideSection side="person" cards={cards("person")} />
      <SideSection side="helper" cards={cards("helper")} />
      <PastMandates mandates={past} accountId={ctx.actor.id} />
    </Page>
  );
}
