import { notFound } from "next/navigation";
import { ReviewList } from "@/components/partners/review-list";
import { BackLink } from "@/components/ui/back-link";
import { ListSearch } from "@/components/ui/list-search";
import { Page, PageTitle } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { wordOf } from "@/lib/format/text";
import { listReviews, reviewsPartners } from "@/lib/partners/queries/reviews";

export const metadata = { title: "Services raccordés" };

const AT = "/administration/raccordements";

export default async function ReviewsPage({
  searchParams,
}: PageProps<"/administration/raccordements">) {
  const ctx = await requireAgent(AT);
  if (!(await reviewsPartners(ctx))) notFound();
  const word = wordOf((await searchParams).q);
  return (
    <Page width="wide">
      <BackLink href="/administration">Administration</BackLink>
      <PageTitle lead="Ce que les partenaires demandent à mettre en production, et ce qui l’est.">
        Services raccordés
      </PageTitle>
      <ListSearch
        at={AT}
        label="Chercher un service"
        hint="Son nom, ou celui du partenaire."
        value={word}
      />
      <ReviewList reviews={await listReviews(ctx, word)} isSearched={word !== ""} />
    </Page>
  );
}
