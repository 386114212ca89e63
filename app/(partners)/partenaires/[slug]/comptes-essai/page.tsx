import { PartnerHeading } from "@/components/partners/partner-heading";
import { TestResidentList } from "@/components/partners/test-resident-list";
import { Page } from "@/components/ui/page";
import { listTestResidents, testPassword } from "@/lib/partners/queries/test-residents";
import { openPartner } from "@/lib/partners/queries/viewer";

export const metadata = { title: "Comptes d’essai" };

export default async function TestResidentsPage({
  params,
}: PageProps<"/partenaires/[slug]/comptes-essai">) {
  const { slug } = await params;
  const { ctx, partner } = await openPartner(slug, "/comptes-essai");
  return (
    <Page>
      <PartnerHeading partner={partner} current="/comptes-essai" title="Comptes d’essai" />
      <p className="mt-6">
        Ces habitants sont fictifs. Ils n’entrent que dans vos services d’essai, et leurs courriels
        arrivent dans l’onglet «{"\u00a0"}Courriels d’essai{"\u00a0"}». Ouvrez une fenêtre privée
        pour vous connecter avec l’un d’eux{"\u00a0"}: votre propre compte entre aussi.
      </p>
      <TestResidentList
        people={await listTestResidents(ctx, partner.id)}
        password={testPassword(partner.id)}
      />
    </Page>
  );
}
