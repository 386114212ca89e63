import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Page, PageTitle } from "@/components/ui/page";
import { continuation } from "@/lib/accounts/model";
import { getFactors, graceEnd } from "@/lib/accounts/queries/factors";
import { goOn } from "@/lib/auth/identification";
import { requireAccount } from "@/lib/auth/session";
import { formatDay } from "@/lib/format/date";
import { orNotFound } from "@/lib/page";
import { protectNowAction } from "./actions";

export const metadata: Metadata = { title: "Protéger votre compte" };

/** To an agent who has no second proof yet, at each sign-in of the first weeks. */
export default async function ProtectionPage({ searchParams }: PageProps<"/connexion/protection">) {
  const suite = continuation((await searchParams).suite);
  const { actor } = await requireAccount("/compte");
  const { agentSince } = await orNotFound(getFactors(actor.id));
  if (!agentSince) redirect(goOn(suite));

  return (
    <Page>
      <PageTitle lead="Votre compte donne accès aux demandes des habitants&nbsp;: un mot de passe seul ne les protège pas assez.">
        Protégez votre compte
      </PageTitle>
      <p className="mt-4">
        Ajoutez une clé d’accès, ou une application de codes&nbsp;: il faut deux minutes. À partir
        du <strong>{formatDay(graceEnd(agentSince))}</strong>, ce sera nécessaire pour entrer.
      </p>
      <div className="mt-8 flex flex-wrap gap-x-6 gap-y-3">
        <form action={protectNowAction.bind(null, suite)}>
          <Csrf />
          <Button icon="shield-check">Protéger mon compte</Button>
        </form>
        <ButtonLink look="outline" href={goOn(suite)}>
          Plus tard
        </ButtonLink>
      </div>
    </Page>
  );
}
