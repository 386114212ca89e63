import { Page, PageTitle } from "@/components/ui/page";

/** The sign-in under way has expired or was already finished. */
export function InteractionOver() {
  return (
    <Page>
      <PageTitle lead="Cette page n’est plus valable&nbsp;: elle a servi, ou elle est restée ouverte plus d’une heure.">
        Recommencez la connexion
      </PageTitle>
      <p className="mt-6">
        Revenez au service où vous vouliez aller, et choisissez de nouveau «&nbsp;Se
        connecter&nbsp;». Rien n’a été partagé.
      </p>
    </Page>
  );
}
