import { notFound } from "next/navigation";
import { ReviewList } from "@/components/partners/review-list";
import { BackLink } from "@/components/ui/back-link";
import { Page, PageTitle } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { listReviews, reviewsPartners } from "@/lib/partners/queries/reviews";

export const metadata = { title: "Services raccordés" };

export default async function ReviewsPage() {
  const ctx = await requireAgent("/administration/raccordements");
  if (!(await reviewsPartners(ctx))) notFound();
  return (
    <Page width="wide">
      <BackLink href="/administration">Administration</BackLink>
      <PageTitle lead="Ce que les partenaires demandent à mettre en production, et ce qui l’est.">
        Services raccordés
      </PageTitle>
      <ReviewList reviews={await listReviews(ctx)} />
    </Page>
  );
}
