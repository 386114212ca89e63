import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaleLink } from "@/components/accounts/stale-link";
import { MergeChoice } from "@/components/lifecycle/merge-choice";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { codeId } from "@/lib/accounts/schemas";
import { requireAccount } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { keepable, refusalToJoin } from "@/lib/lifecycle/model/merge";
import { findProof, getSide } from "@/lib/lifecycle/queries/merge-sides";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";

type Props = PageProps<"/compte/fusion/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Choisir le compte à garder", "retour" in (await searchParams)) };
}

/** Both are proven: which one stays? */
export default async function MergeChoicePage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  if (!codeId.safeParse(id).success) notFound();
  const ctx = await requireAccount("/compte/fusion");
  const [proof, posted] = [await findProof(ctx, id), await takePosted(search)];
  if (!proof) return <StaleLink href="/compte/fusion" label="Réunir deux comptes" />;
  const own = await orNotFound(getSide(proof.accountId));
  const other = await orNotFound(getSide(proof.otherId));
  const sides = keepable(own, other);
  return (
    <Page>
      <BackLink href="/compte">Mon compte</BackLink>
      <PageTitle lead="Les deux comptes sont à vous. Un seul restera, et vous ne pourrez pas revenir en arrière.">
        Quel compte gardez-vous&#8239;?
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      {sides.length > 0 ? (
        <MergeChoice id={id} sides={sides} posted={posted} />
      ) : (
        <p className="mt-6">{refusalToJoin(other, own)}</p>
      )}
    </Page>
  );
}
