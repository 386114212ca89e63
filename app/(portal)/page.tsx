import { HelpBlock } from "@/components/procedures/help-block";
import { PopularProcedures } from "@/components/procedures/popular-procedures";
import { SearchHero } from "@/components/procedures/search-form";
import { RunningRequests } from "@/components/requests/running-requests";
import { PlaceLine } from "@/components/territory/place-line";
import { Done } from "@/components/ui/done";
import { asResident } from "@/lib/auth/acting";
import { nobody } from "@/lib/auth/actor";
import { getChosenPlace } from "@/lib/auth/place";
import { getViewer } from "@/lib/auth/session";
import { kept } from "@/lib/kept";
import { getHome } from "@/lib/procedures/queries/get-home";
import { listRunning } from "@/lib/requests/queries/list-running";
import { choosePlaceAction } from "./lieu/actions";

export default async function HomePage({ searchParams }: PageProps<"/">) {
  const chosen = await getChosenPlace();
  const [home, viewer] = await Promise.all([
    kept("home", [chosen?.insee], () => getHome(nobody, chosen?.insee)),
    getViewer(),
  ]);
  const { place, popular, count, hall } = home;
  const running = viewer ? await listRunning({ actor: asResident(viewer) }) : [];
  return (
    <>
      <Done what={(await searchParams).fait} className="mx-auto my-4 max-w-wide px-4 sm:px-6" />
      <section className="on-bar border-b-[6px] border-sun bg-bar text-on-bar">
        <div className="mx-auto max-w-wide px-4 py-10 sm:px-6 sm:py-16">
          <SearchHero />
          <PlaceLine
            place={place && { name: place.name, address: chosen?.address }}
            action={choosePlaceAction}
            back="/"
          />
        </div>
      </section>
      <div className="mx-auto max-w-wide px-4 sm:px-6">
        <RunningRequests requests={running} />
        <PopularProcedures procedures={popular} communeName={place?.communeName} count={count} />
        {hall && <HelpBlock hall={hall} />}
      </div>
    </>
  );
}
