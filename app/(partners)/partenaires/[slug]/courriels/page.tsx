import { PartnerHeading } from "@/components/partners/partner-heading";
import { TestMailList } from "@/components/partners/test-mail-list";
import { Page } from "@/components/ui/page";
import { TEST_MAIL_DAYS } from "@/lib/partners/model";
import { listTestMails } from "@/lib/partners/queries/test-residents";
import { openPartner } from "@/lib/partners/queries/viewer";

export const metadata = { title: "Courriels d’essai" };

export default async function TestMailsPage({
  params,
}: PageProps<"/partenaires/[slug]/courriels">) {
  const { slug } = await params;
  const { ctx, partner } = await openPartner(slug, "/courriels");
  return (
    <Page>
      <PartnerHeading partner={partner} current="/courriels" title="Courriels d’essai" />
      <p className="mt-6">
        Ce que vos comptes d’essai ont reçu depuis {TEST_MAIL_DAYS}
        {"\u00a0"}jours. Rien n’est envoyé pour de vrai.
      </p>
      <TestMailList mails={await listTestMails(ctx, partner.id)} />
    </Page>
  );
}
