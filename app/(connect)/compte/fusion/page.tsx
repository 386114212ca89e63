import type { Metadata } from "next";
import { ProveOtherForms } from "@/components/lifecycle/prove-other-forms";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { getAccount } from "@/lib/accounts/queries";
import { requireRecentProof } from "@/lib/auth/proof";
import { pageTitle } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { askCodeAction, proveByPasskeyAction, proveByPasswordAction } from "./actions";

type Props = PageProps<"/compte/fusion">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Réunir deux comptes", "retour" in (await searchParams)) };
}

/** The session proves the one; here the other is proven. */
export default async function MergePage({ searchParams }: Props) {
  const ctx = await requireRecentProof("/compte/fusion");
  const { email } = await orNotFound(getAccount(ctx, ctx.actor.id));
  const posted = await takePosted(await searchParams);
  return (
    <Page>
      <BackLink href="/compte">Mon compte</BackLink>
      <PageTitle lead="Prouvez d’abord que l’autre compte est à vous. Rien ne change avant que vous ayez choisi.">
        Réunir deux comptes
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <p className="mt-6">
        Vous êtes dans le compte de <strong className="break-words">{email}</strong>.
      </p>
      <ProveOtherForms
        posted={posted}
        byPassword={proveByPasswordAction}
        byPasskey={proveByPasskeyAction}
        byCode={askCodeAction}
      />
    </Page>
  );
}
