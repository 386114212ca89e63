import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { takePosted } from "@/lib/posted";
import { openDraft } from "@/lib/requests/queries/open-draft";
import { discardDraftAction } from "./actions";

export const metadata = { title: "Supprimer ce brouillon" };

type Props = PageProps<"/mes-demandes/[reference]/supprimer">;

export default async function DiscardPage({ params, searchParams }: Props) {
  const [{ reference }, posted] = [await params, await takePosted(await searchParams)];
  const { draft } = await openDraft(reference);
  return (
    <Page>
      <ErrorSummary errors={posted.errors} />
      <PageTitle lead="Vos réponses et vos fichiers seront effacés. Rien n’a été envoyé au service.">
        {"Supprimer ce brouillon\u202f?"}
      </PageTitle>
      <p className="mt-4 font-bold">{draft.title}</p>
      <form action={discardDraftAction} className="mt-8 flex flex-wrap items-center gap-6">
        <Csrf />
        <input type="hidden" name="reference" value={reference} />
        <Button look="danger">Supprimer ce brouillon</Button>
        <ButtonLink look="link" href={`/mes-demandes/${reference}/reprendre`}>
          Garder ma demande
        </ButtonLink>
      </form>
    </Page>
  );
}
