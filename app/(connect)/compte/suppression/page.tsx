import type { Metadata } from "next";
import { ClosureForm } from "@/components/lifecycle/closure-form";
import { ClosureTerms } from "@/components/lifecycle/closure-terms";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { requireRecentProof } from "@/lib/auth/proof";
import { pageTitle } from "@/lib/format/text";
import { GRACE_DAYS } from "@/lib/lifecycle/model";
import { holdsRole } from "@/lib/lifecycle/queries";
import { takePosted } from "@/lib/posted";
import { askClosureAction } from "./actions";

type Props = PageProps<"/compte/suppression">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Supprimer mon compte", "retour" in (await searchParams)) };
}

export default async function ClosurePage({ searchParams }: Props) {
  const ctx = await requireRecentProof("/compte/suppression");
  const [isAgent, posted] = [await holdsRole(ctx.actor.id), await takePosted(await searchParams)];
  return (
    <Page>
      <BackLink href="/compte">Mon compte</BackLink>
      <PageTitle
        lead={`Vous aurez ${GRACE_DAYS}\u00a0jours pour changer d’avis\u00a0: rien n’est effacé avant.`}
      >
        Supprimer mon compte
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      {isAgent ? (
        <Section title="D’abord, vos rôles d’agent">
          <p className="mt-3">
            Vous travaillez pour une collectivité avec ce compte&nbsp;: il ne peut pas être supprimé
            tant que vous y avez un rôle. Demandez à votre administrateur de retirer vos rôles
            (Administration, puis Agents), puis revenez ici.
          </p>
        </Section>
      ) : (
        <>
          <ClosureTerms />
          <ClosureForm action={askClosureAction} error={posted.errors.understood} />
        </>
      )}
    </Page>
  );
}
