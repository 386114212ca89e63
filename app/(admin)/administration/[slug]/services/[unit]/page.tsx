import { notFound } from "next/navigation";
import { OrganisationHeading } from "@/components/administration/organisation-heading";
import { UnitForm } from "@/components/administration/unit-form";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Page, Section } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { plural } from "@/lib/format/number";
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
  const ctx = await requireAgent(`/administration/${slug}/services/${unitId}`);
  const organisation = await orNotFound(getAdministered(ctx, slug));
  const unit = (await listUnits(ctx, organisation.id)).find(({ id }) => id === unitId);
  if (!unit) notFound();
  const { procedures, requests } = await countUnitDuties(unit.id);
  return (
    <Page>
      <OrganisationHeading organisation={organisation} current="/services" title={unit.name} />
      <UnitForm
        unit={unit}
        posted={await takePosted(search)}
        action={renameUnitAction.bind(null, slug, unitId)}
        label="Enregistrer ce service"
      />
      <Section title="Fermer ce service">
        <p className="mt-3">
          Il reçoit {plural(procedures, "démarche")} et suit {plural(requests, "demande")}.{" "}
          {procedures + requests > 0
            ? "Confiez-les d’abord à un autre service\u00a0: il ne peut pas être fermé avant."
            : "Une fois fermé, il n’est plus proposé nulle part. Ses demandes passées restent lisibles."}
        </p>
        {procedures + requests === 0 && (
          <form action={closeUnitAction.bind(null, slug, unitId)} className="mt-4">
            <Csrf />
            <Button look="danger-outline">Fermer le service {unit.name}</Button>
          </form>
        )}
      </Section>
    </Page>
  );
}
