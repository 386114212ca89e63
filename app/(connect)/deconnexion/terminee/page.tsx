import type { Metadata } from "next";
import { Page, PageTitle } from "@/components/ui/page";
import { findAccountSession } from "@/lib/auth/account-session";

export const metadata: Metadata = { title: "Déconnexion" };

export default async function SignedOutPage() {
  const session = await findAccountSession();
  return (
    <Page>
      {session ? (
        <PageTitle lead="Seul le service que vous quittiez a été fermé.">
          Votre session reste ouverte
        </PageTitle>
      ) : (
        <PageTitle lead="Vous pouvez fermer cette page.">Votre session est fermée</PageTitle>
      )}
    </Page>
  );
}
