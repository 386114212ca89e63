import { notFound } from "next/navigation";
import { OrganisationHeading } from "@/components/administration/organisation-heading";
import { UnitClosing } from "@/components/administration/unit-closing";
import { UnitForm } from "@/components/administration/unit-form";
import { Page } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { listUnits } from "@/lib/organisations/queries/find-organisation";
import { getAdministered } from "@/lib/organisations/queries/get-administered";
import { countUnitDuties } from "@/lib/organisations/queries/unit-duties";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { closeUnitAction, renameUnitAction } from "../../actions";

type Props = PageProps<"/administration/[slug]/services/[unit]">;

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle("Modifier un service", "retour" in (await searchParams)),
});

export default async function UnitPage({ params, searchParams }: Props) {
  const [{ slug, unit: unitId }, search] = await Promise.all([params, searchParams]);
  const path = `/administration/${slug}/services/${unitId}`;
  const ctx = await requireAgent(path);
  const organisation = await orNotFound(getAdministered(ctx, slug));
  const units = await listUnits(ctx, organisation.id);
  const unit = units.find(({ id }) => id === unitId);
  if (!unit) notFound();
  return (
    <Page>
      <OrganisationHeading
        organisation={organisation}
        current="/services"
        title={unit.name}
        back={{ href: `/administration/${slug}/services`, label: "Services" }}
        done={search.fait}
      />
      <UnitForm
        unit={unit}
        posted={await takePosted(search)}
        action={renameUnitAction.bind(null, slug, unitId)}
        label="Enregistrer ce service"
      />
      <UnitClosing
        {...{ unit, path }}
        duties={await countUnitDuties(unit.id)}
        targets={units.filter(({ id }) => id !== unitId)}
        close={closeUnitAction.bind(null, slug, unitId)}
      />
    </Page>
  );
}
