import type { Metadata } from "next";
import { OtherAccount } from "@/components/accounts/other-account";
import { StaleIdentification } from "@/components/accounts/stale-identification";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { findOtherAccount } from "@/lib/accounts/commands/join-identity";
import { getAccount } from "@/lib/accounts/queries";
import { codeId } from "@/lib/accounts/schemas";
import { identifyingBrowser } from "@/lib/auth/identification";
import { requireAccount } from "@/lib/auth/session";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";

export const metadata: Metadata = { title: "Vous avez un autre compte certifié" };

type Props = PageProps<"/franceconnect/[id]/autre-compte">;

/** One person certifies one account: which one? FranceConnect has just proven the other, the session this one. */
export default async function OtherAccountPage({ params, searchParams }: Props) {
  const { id } = await params;
  const ctx = await requireAccount("/compte/certification");
  const other = codeId.safeParse(id).success
    ? await findOtherAccount(ctx, id, await identifyingBrowser())
    : null;
  if (!other) return <StaleIdentification />;
  const [own, posted] = await Promise.all([
    orNotFound(getAccount(ctx, ctx.actor.id)),
    takePosted(await searchParams),
  ]);
  return (
    <Page>
      <PageTitle lead="Une personne certifie un seul compte. Rien n’a changé&nbsp;: choisissez lequel.">
        Vous avez déjà un compte certifié
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <OtherAccount
        at={`/franceconnect/${id}/autre-compte`}
        certified={other.email}
        own={own.email}
        mayMove={other.mayMove}
      />
    </Page>
  );
}
