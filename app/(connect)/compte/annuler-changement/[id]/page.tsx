import type { Metadata } from "next";
import { StaleLink } from "@/components/accounts/stale-link";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { findOpenCode } from "@/lib/accounts/queries";
import { takePosted } from "@/lib/posted";
import { undoEmailChangeAction } from "../../actions";

export const metadata: Metadata = { title: "Reprendre mon compte" };

type Props = PageProps<"/compte/annuler-changement/[id]">;

/** Opened from the old mailbox: nobody is signed in here. */
export default async function UndoEmailPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [code, posted] = await Promise.all([findOpenCode(id, "undo-email"), takePosted(query)]);
  const key = typeof query.cle === "string" ? query.cle : "";
  if (!code || code.isOver)
    return <StaleLink href="/mot-de-passe-oublie" label="Mot de passe oublié" />;

  return (
    <Page>
      <PageTitle>Reprendre votre compte</PageTitle>
      <ErrorSummary errors={posted.errors} />
      <p className="mt-4 text-lead">
        Votre compte reprendra l’adresse à laquelle nous vous avons écrit. Tous les appareils seront
        déconnectés, puis vous choisirez un nouveau mot de passe.
      </p>
      <form action={undoEmailChangeAction.bind(null, id, key)} className="mt-8">
        <Csrf />
        <Button className="w-full sm:w-auto sm:px-8">Reprendre mon compte</Button>
      </form>
    </Page>
  );
}
