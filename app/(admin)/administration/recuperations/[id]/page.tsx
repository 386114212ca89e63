import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecoveryActs } from "@/components/lifecycle/recovery-acts";
import { RecoveryFacts } from "@/components/lifecycle/recovery-facts";
import { BackLink } from "@/components/ui/back-link";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { codeId } from "@/lib/accounts/schemas";
import { requireAgent } from "@/lib/auth/session";
import { mayApprove, mayCancel, recoveryLabel } from "@/lib/lifecycle/model/recovery";
import { getRecovery } from "@/lib/lifecycle/queries/recoveries";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { approveRecoveryAction, cancelRecoveryAction } from "../actions";

export const metadata: Metadata = { title: "Récupération d’un compte" };

type Props = PageProps<"/administration/recuperations/[id]">;

export default async function RecoveryOfAccountPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  if (!codeId.safeParse(id).success) notFound();
  const ctx = await requireAgent(`/administration/recuperations/${id}`);
  const row = await orNotFound(getRecovery(ctx, id));
  const { errors } = await takePosted(search);
  return (
    <Page>
      <Done what={search.fait} />
      <BackLink href="/administration/recuperations">Récupérations</BackLink>
      <PageTitle lead={recoveryLabel(row)}>Récupération d’un compte</PageTitle>
      <ErrorSummary errors={errors} />
      <RecoveryFacts row={row} />
      <RecoveryActs
        isAsker={row.askedBy === ctx.actor.id}
        approve={mayApprove(row, ctx.actor.id) ? approveRecoveryAction.bind(null, id) : null}
        cancel={mayCancel(row) ? cancelRecoveryAction.bind(null, id) : null}
        isWaiting={row.approvedBy === null && row.endedAt === null}
      />
    </Page>
  );
}
