import { KitSteps } from "@/components/partners/kit-steps";
import { PartnerList } from "@/components/partners/partner-list";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { env } from "@/lib/env";
import { listPartners } from "@/lib/partners/queries/members";
import { findPerson } from "@/lib/partners/queries/viewer";

export const metadata = { title: "Espace des partenaires" };

export default async function PartnersPage({ searchParams }: PageProps<"/partenaires">) {
  const [person, search] = await Promise.all([findPerson(), searchParams]);
  const partners = person ? await listPartners({ actor: { kind: "resident", id: person.id } }) : [];
  const { ACCOUNT_NAME, CONNECT_URL } = env();
  return (
    <Page>
      <Done what={search.fait} />
      <PageTitle
        lead={`Raccordez votre service à ${ACCOUNT_NAME}, le compte commun du territoire.`}
      >
        Espace des partenaires
      </PageTitle>
      {partners.length > 0 && (
        <Section title="Vos organismes">
          <PartnerList partners={partners} />
        </Section>
      )}
      <p className="mt-8 flex flex-wrap gap-4">
        <ButtonLink
          href="/partenaires/nouvel-organisme"
          look={partners.length > 0 ? "outline" : "primary"}
        >
          Enregistrer un organisme
        </ButtonLink>
        <ButtonLink href={new URL("/kit", CONNECT_URL).href} look="outline" icon="file-text">
          Lire le guide
        </ButtonLink>
      </p>
      <Section title="Comment ça se passe">
        <KitSteps />
      </Section>
    </Page>
  );
}
