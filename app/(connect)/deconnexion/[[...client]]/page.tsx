import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";
import { findAccountSession } from "@/lib/auth/account-session";

export const metadata: Metadata = { title: "Se déconnecter" };

/** Asked when a service cannot prove that it speaks of the session of this browser. */
export default async function SignOutPage() {
  const session = await findAccountSession();
  const secret = session?.signOut?.secret;
  if (!secret)
    return (
      <Page>
        <PageTitle>Aucune session n’est ouverte</PageTitle>
        <p className="mt-6">Il n’y a rien à fermer dans ce navigateur.</p>
      </Page>
    );
  return (
    <Page>
      <PageTitle lead="Tous les services que vous avez ouverts avec votre compte dans ce navigateur se fermeront aussi.">
        Se déconnecter de votre compte&#8239;?
      </PageTitle>
      <form
        method="post"
        action="/oidc/session/end/confirm"
        className="mt-8 grid gap-3 sm:grid-cols-2"
      >
        <input type="hidden" name="xsrf" value={secret} />
        <Button look="outline" className="min-h-14">
          Garder ma session ouverte
        </Button>
        <Button look="outline" name="logout" value="yes" className="min-h-14">
          Me déconnecter partout
        </Button>
      </form>
    </Page>
  );
}
