import type { Metadata } from "next";
import { SessionCard } from "@/components/accounts/session-card";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
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
        {others?.length ? (
          <>
            <ul className="mt-4 space-y-4">{others}</ul>
            <form action={endOtherSessionsAction} className="mt-6">
              <Csrf />
              <Button look="outline" icon="log-out">
                Déconnecter tous mes autres appareils
              </Button>
            </form>
          </>
        ) : (
          <p className="mt-3">Votre compte n’est ouvert nulle part ailleurs.</p>
        )}
      </Section>
      <p className="mt-10">
        Un appareil n’est pas le vôtre&#8239;? Déconnectez-le, puis{" "}
        <a href="/compte/mot-de-passe">changez votre mot de passe</a>.
      </p>
    </Page>
  );
}
