import { OrganisationHeading } from "@/components/administration/organisation-heading";
import { UnitForm } from "@/components/administration/unit-form";
import { Page, Section } from "@/components/ui/page";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { requireAgent } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { listUnits } from "@/lib/organisations/queries/find-organisation";
import { getAdministered } from "@/lib/organisations/queries/get-administered";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { addUnitAction } from "../actions";

type Props = PageProps<"/administration/[slug]/services">;

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle("Services", "retour" in (await searchParams)),
});

export default async function UnitsPage({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireAgent(`/administration/${slug}/services`);
  const organisation = await orNotFound(getAdministered(ctx, slug));
  const units = await listUnits(ctx, organisation.id);
  const posted = await takePosted(search);
  return (
    <Page>
      <OrganisationHeading
        organisation={organisation}
        current="/services"
        title="Services"
        done={search.fait}
      />
      <SummaryList className="mt-6">
        {units.map(({ id, name, phone }) => (
          <SummaryRow
            key={id}
            term={name}
            action={{ href: `/administration/${slug}/services/${id}`, what: name }}
          >
            {phone ?? organisation.phone}
          </SummaryRow>
        ))}
      </SummaryList>
      <Section title="Ajouter un service">
        <UnitForm
          key={units.length}
          id={crypto.randomUUID()}
          posted={posted}
          action={addUnitAction.bind(null, slug)}
          label="Ajouter ce service"
        />
      </Section>
    </Page>
  );
}
