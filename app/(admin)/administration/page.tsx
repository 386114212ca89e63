import { notFound } from "next/navigation";
import { CardSection } from "@/components/administration/card-section";
import { Page, PageTitle } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { findRecoveryOffice } from "@/lib/lifecycle/queries/recoveries";
import { canAudit } from "@/lib/organisations/policy";
import { listAdministered } from "@/lib/organisations/queries/get-administered";
import { reviewsPartners } from "@/lib/partners/queries/reviews";

export const metadata = { title: "Administration" };

const CONNECTIONS = {
  href: "/administration/raccordements",
  title: "Services raccordés",
  below: "Demandes de production des partenaires, suspension",
};

const RECOVERIES = {
  href: "/administration/recuperations",
  title: "Récupérations de comptes",
  below: "Pour une personne vue au guichet, à deux agents",
};

const CONSENTS = {
  href: "/administration/consentements",
  title: "Registre des consentements",
  below: "Vérification de la chaîne de preuves et chiffres par service",
};

export default async function AdministrationPage() {
  const ctx = await requireAgent("/administration");
  const organisations = await listAdministered(ctx);
  const isReviewer = await reviewsPartners(ctx);
  const isAuditor = canAudit(ctx.actor);
  const isOfficer = (await findRecoveryOffice(ctx)) !== null;
  if (organisations.length === 0 && !isAuditor && !isOfficer) notFound();
  return (
    <Page>
      <PageTitle>Administration</PageTitle>
      <CardSection
        title="Collectivités"
        cards={organisations.map(({ slug, name }) => ({
          href: `/administration/${slug}`,
          title: name,
          below: "Coordonnées et ouverture, services, agents",
        }))}
      />
      <CardSection
        title="Compte commun"
        cards={[...(isReviewer ? [CONNECTIONS] : []), ...(isOfficer ? [RECOVERIES] : [])]}
      />
      <CardSection title="Protection des données" cards={isAuditor ? [CONSENTS] : []} />
    </Page>
  );
}
