import type { Metadata } from "next";
import { StaleLink } from "@/components/accounts/stale-link";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { findOpenCode } from "@/lib/accounts/queries";
import { takePosted } from "@/lib/posted";
import { refuseRecoveryAction } from "../../actions";

export const metadata: Metadata = { title: "Annuler la récupération" };

type Props = PageProps<"/recuperation/annuler/[id]">;

/** Opened from a mail, perhaps by a program that looks at links: it only explains. */
export default async function RefuseRecoveryPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [code, posted] = await Promise.all([
    findOpenCode(id, "cancel-recovery"),
    takePosted(query),
  ]);
  if (!code || code.isOver) return <StaleLink href="/connexion" label="Me connecter" />;
  const key = typeof query.cle === "string" ? query.cle : "";
  return (
    <Page>
      <PageTitle lead="Une personne s’est présentée à un guichet en disant que ce compte est à elle.">
        Ce n’est pas vous&#8239;?
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <p className="mt-6">
        Dès que vous appuyez, sa demande est annulée, et votre compte reste comme il est. Si c’est
        vous, fermez cette page.
      </p>
      <form action={refuseRecoveryAction.bind(null, id, key)} className="mt-8">
        <Csrf />
        <Button className="w-full sm:w-auto sm:px-8">Annuler la récupération</Button>
      </form>
    </Page>
  );
}
