import { ReviewForm, SuspendForm } from "@/components/partners/review-form";
import { ReviewBadge } from "@/components/partners/review-list";
import { ReviewRecord } from "@/components/partners/review-record";
import { BackLink } from "@/components/ui/back-link";
import { Done } from "@/components/ui/done";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { ProviderLine } from "@/components/ui/provider-line";
import { requireAgent } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import { findAsked } from "@/lib/partners/queries/clients";
import { findAgreement, getReview } from "@/lib/partners/queries/reviews";
import { takePosted } from "@/lib/posted";
import { decideAction, suspendAction } from "../actions";

type Props = PageProps<"/administration/raccordements/[id]">;

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle("Demande de production", "retour" in (await searchParams)),
});

export default async function ReviewPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireAgent(`/administration/raccordements/${id}`);
  const review = await orNotFound(getReview(ctx, id));
  const live = review.productionClientId;
  const isSuspended = review.state === "suspended";
  return (
    <Page>
      <Done what={search.fait} />
      <BackLink href="/administration/raccordements">Services raccordés</BackLink>
      <ProviderLine name={review.organisation} kind="partner" />
      <PageTitle>{review.service}</PageTitle>
      <p className="mt-3">
        <ReviewBadge state={review.state} />
      </p>
      <ReviewRecord
        review={review}
        asked={(await findAsked(ctx, review.clientId)).asked}
        agreement={live ? await findAgreement(ctx, live) : null}
      />
      {review.state === "submitted" && (
        <Section title="Votre réponse">
          <ReviewForm
            scopes={review.settings.scopes.filter((scope) => scope !== "openid")}
            posted={await takePosted(search)}
            action={decideAction.bind(null, id)}
          />
        </Section>
      )}
      {live && (
        <SuspendForm
          isSuspended={isSuspended}
          action={suspendAction.bind(null, id, !isSuspended)}
        />
      )}
    </Page>
  );
}
