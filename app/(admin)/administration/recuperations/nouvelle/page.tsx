import type { Metadata } from "next";
import { RecoveryForm } from "@/components/lifecycle/recovery-form";
import { BackLink } from "@/components/ui/back-link";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { listRecoveries } from "@/lib/lifecycle/queries/recoveries";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { askRecoveryAction } from "../actions";

type Props = PageProps<"/administration/recuperations/nouvelle">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { retour, fait } = await searchParams;
  return { title: pageTitle("Demander une récupération", Boolean(retour && !fait)) };
}

export default async function NewRecoveryPage({ searchParams }: Props) {
  const ctx = await requireAgent("/administration/recuperations/nouvelle");
  await orNotFound(listRecoveries(ctx));
  const search = await searchParams;
  const posted = await takePosted(search);
  return (
    <Page>
      <Done what={search.fait} />
      <BackLink href="/administration/recuperations">Récupérations</BackLink>
      <PageTitle lead="Avec la personne devant vous. Une autre personne que vous devra approuver.">
        Demander une récupération
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <RecoveryForm posted={posted} action={askRecoveryAction} />
    </Page>
  );
}
