import type { Metadata } from "next";
import { OtherSessions } from "@/components/accounts/other-sessions";
import { SessionCard } from "@/components/accounts/session-card";
import { BackLink } from "@/components/ui/back-link";
import { Done } from "@/components/ui/done";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { findAccountSession } from "@/lib/auth/account-session";
import { requireAccount } from "@/lib/auth/session";
import { findClientNames, listSessions } from "@/lib/connect/queries";
import { signOutAction } from "../actions";
import { endOtherSessionsAction, endSessionAction } from "./actions";

export const metadata: Metadata = { title: "Mes appareils" };

export default async function DevicesPage({ searchParams }: PageProps<"/compte/appareils">) {
  const ctx = await requireAccount("/compte/appareils");
  const [sessions, session] = await Promise.all([
    listSessions(ctx, ctx.actor.id),
    findAccountSession(),
  ]);
  const services = await findClientNames(sessions.flatMap(({ clientIds }) => clientIds));
  const [here, others] = [true, false].map((isHere) =>
    sessions
      .filter(({ uid }) => (uid === session?.uid) === isHere)
      .map((one) => (
        <SessionCard
          key={one.uid}
          session={one}
          services={one.clientIds.flatMap((id) => services.get(id) ?? [])}
          isHere={isHere}
          signOut={isHere ? signOutAction : endSessionAction.bind(null, one.uid)}
        />
      )),
  );

  return (
    <Page>
      <Done what={(await searchParams).fait} />
      <BackLink href="/compte">Mon compte</BackLink>
      <PageTitle lead="Les navigateurs où votre compte est ouvert en ce moment, et les services que chacun a ouverts avec lui.">
        Mes appareils
      </PageTitle>
      <Section title="Ici">
        <ul className="mt-4">{here}</ul>
      </Section>
      <Section title="Ailleurs">
        <OtherSessions endAll={endOtherSessionsAction}>{others ?? []}</OtherSessions>
      </Section>
      <p className="mt-10">
        Un appareil n’est pas le vôtre&#8239;? Déconnectez-le, puis{" "}
        <a href="/compte/mot-de-passe">changez votre mot de passe</a>.
      </p>
    </Page>
  );
}
