import { notFound, redirect } from "next/navigation";
import { HandOverCheck } from "@/components/administration/hand-over-check";
import { HandOverForm } from "@/components/administration/hand-over-form";
import { OrganisationHeading } from "@/components/administration/organisation-heading";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { listUnits } from "@/lib/organisations/queries/find-organisation";
import { getAdministered } from "@/lib/organisations/queries/get-administered";
import { countUnitDuties } from "@/lib/organisations/queries/unit-duties";
import { readHandOver } from "@/lib/organisations/schemas";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { handOverAction } from "../../../actions";

type Props = PageProps<"/administration/[slug]/services/[unit]/confier">;

export const generateMetadata = async ({ searchParams }: Props) => {
  const search = await searchParams;
  const { isWrong } = readHandOver(search);
  return { title: pageTitle("Confier à un autre service", isWrong || "retour" in search) };
};

/** Nothing is done yet: the choice is in the address, the button posts it. */
export default async function HandOverPage({ params, searchParams }: Props) {
  const [{ slug, unit: unitId }, search] = await Promise.all([params, searchParams]);
  const back = `/administration/${slug}/services/${unitId}`;
  const ctx = await requireAgent(`${back}/confier`);
  const organisation = await orNotFound(getAdministered(ctx, slug));
  const units = await listUnits(ctx, organisation.id);
  const unit = units.find(({ id }) => id === unitId);
  if (!unit) notFound();
  const duties = await countUnitDuties(unit.id);
  if (duties.requests + duties.procedures === 0) redirect(back);
  const targets = units.filter(({ id }) => id !== unitId);
  const choice = readHandOver(search);
  const what = choice.what.filter((kind) => duties[kind] > 0);
  const to = targets.find(({ id }) => id === choice.toUnitId);
  const title = to ? `Confier au service ${to.name}` : `Confier ce que suit ${unit.name}`;
  return (
    <Page>
      <OrganisationHeading
        {...{ organisation, title }}
        current="/services"
        back={{ href: back, label: unit.name }}
      />
      <ErrorSummary errors={(await takePosted(search)).errors} id="refus" />
      {to && what.length > 0 ? (
        <HandOverCheck
          {...{ to, what, duties, back }}
          from={unit.name}
          action={handOverAction.bind(null, slug, unitId)}
        />
      ) : (
        <HandOverForm action={`${back}/confier`} {...{ duties, targets, choice }} />
      )}
    </Page>
  );
}
