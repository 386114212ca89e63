import { notFound } from "next/navigation";
import { CardLink } from "@/components/ui/card";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { canAudit } from "@/lib/organisations/policy";
import { listAdministered } from "@/lib/organisations/queries/get-administered";
import { reviewsPartners } from "@/lib/partners/queries/reviews";

export const metadata = { title: "Administration" };

export default async function AdministrationPage() {
  const ctx = await requireAgent("/administration");
  const organisations = await listAdministered(ctx);
  const isReviewer = await reviewsPartners(ctx);
  const isAuditor = canAudit(ctx.actor);
  if (organisations.length === 0 && !isAuditor) notFound();
  return (
    <Page>
      <PageTitle>Administration</PageTitle>
      {organisations.length > 0 && (
        <Section title="Collectivités">
          <ul className="mt-4 grid gap-4">
            {organisations.map(({ slug, name }) => (
              <CardLink
                key={slug}
                href={`/administration/${slug}`}
                title={name}
                below="Coordonnées et ouverture, services, agents"
              />
            ))}
          </ul>
        </Section>
      )}
      {isReviewer && (
        <Section title="Compte commun">
          <ul className="mt-4 grid gap-4">
            <CardLink
              href="/administration/raccordements"
              title="Services raccordés"
              below="Demandes de production des partenaires, suspension"
            />
          </ul>
        </Section>
      )}
      {isAuditor && (
        <Section title="Protection des données">
          <ul className="mt-4 grid gap-4">
            <CardLink
              href="/administration/consentements"
              title="Registre des consentements"
              below="Vérification de la chaîne de preuves et chiffres par service"
            />
          </ul>
        </Section>
      )}
    </Page>
  );
}
