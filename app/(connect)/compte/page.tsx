import type { Metadata } from "next";
import { ProfileSummary } from "@/components/accounts/profile-summary";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Notice } from "@/components/ui/notice";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { fullName } from "@/lib/accounts/model";
import { getAccount } from "@/lib/accounts/queries";
import { requireAccount } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { orNotFound } from "@/lib/page";
import { signOutAction } from "./actions";

export const metadata: Metadata = { title: "Mon compte" };

const DONE: Record<string, string> = {
  identite: "Votre identité est à jour.",
  telephone: "Votre téléphone est à jour.",
  adresse: "Votre adresse est à jour.",
  courriel: "Votre courriel a changé. Nous l’avons aussi écrit à l’ancienne adresse.",
  "mot-de-passe": "Votre mot de passe a changé. Vos autres appareils sont déconnectés.",
};

export default async function AccountPage({ searchParams }: PageProps<"/compte">) {
  const ctx = await requireAccount("/compte");
  const account = await orNotFound(getAccount(ctx, ctx.actor.id));
  const { PORTAL_NAME, PORTAL_URL } = env();
  const done = DONE[String((await searchParams).fait)];

  return (
    <Page>
      <PageTitle lead={fullName(account)}>Mon compte</PageTitle>
      {done && (
        <Notice tone="good" role="status" className="mt-6">
          {done}
        </Notice>
      )}
      <ProfileSummary account={account} />
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
      <form action={signOutAction} className="mt-12 border-t border-line pt-8">
        <Csrf />
        <Button look="outline" icon="log-out">
          Se déconnecter
        </Button>
        <p className="mt-2 text-note text-ink-soft">
          De tous les services ouverts avec ce compte dans ce navigateur.
        </p>
      </form>
    </Page>
  );
}
