import { notFound } from "next/navigation";
import { ClientHeading } from "@/components/partners/client-heading";
import { ProductionStep } from "@/components/partners/production-step";
import { Page } from "@/components/ui/page";
import { pageTitle } from "@/lib/format/text";
import { isComplete } from "@/lib/partners/model/checklist";
import { mayDo } from "@/lib/partners/policy";
import { getChecklist } from "@/lib/partners/queries/checklist";
import { findAgreement, findReview, typedReview } from "@/lib/partners/queries/reviews";
import { openClient } from "@/lib/partners/queries/viewer";
import { orStored, takePosted } from "@/lib/posted";
import { activateAction, reopenReviewAction, sendRecordAction } from "../../../../actions";

type Props = PageProps<"/partenaires/[slug]/services/[client]/production">;

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle("Passer en production", "retour" in (await searchParams)),
});

export default async function ProductionPage({ params, searchParams }: Props) {
  const [{ slug, client: id }, search] = await Promise.all([params, searchParams]);
  const { ctx, partner, client } = await openClient(slug, id, "/production");
  if (client.environment !== "sandbox") notFound();
  const [review, lines] = await Promise.all([findReview(ctx, id), getChecklist(ctx, id)]);
  const live = review?.productionClientId;
  return (
    <Page>
      <ClientHeading
        partner={partner}
        client={client}
        current="/production"
        title="production"
        done={search.fait}
      />
      <ProductionStep
        review={review}
        agreement={live ? await findAgreement(ctx, live) : null}
        partnerName={partner.name}
        path={`/partenaires/${slug}/services`}
        isChecked={isComplete(lines)}
        isOwner={mayDo(partner.role, "activate")}
        posted={orStored(await takePosted(search), typedReview(review))}
        send={sendRecordAction.bind(null, slug, id)}
        reopen={reopenReviewAction.bind(null, slug, id)}
        activate={activateAction.bind(null, slug, id)}
      />
    </Page>
  );
}
