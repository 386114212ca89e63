import type { Metadata } from "next";
import { PlaceAnswers } from "@/components/territory/place-answers";
import { PlaceForms } from "@/components/territory/place-forms";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { nobody } from "@/lib/auth/actor";
import { localPath } from "@/lib/auth/return-path";
import { takePosted } from "@/lib/posted";
import { getTerritory } from "@/lib/territory/queries/find-place";
import { listPlaces } from "@/lib/territory/queries/resolve-place";
import { choosePlaceAction, forgetPlaceAction } from "./actions";

export const metadata: Metadata = { title: `Où êtes-vous\u202f?` };

type Params = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined) => [value].flat()[0] ?? "";

/** `retour` is where to go back to, or the form that came back, which knows it. */
async function readParams(params: Params) {
  const { values, errors } = await takePosted(params);
  return {
    errors,
    typed: first(values.lieu ?? params.q).slice(0, 200),
    back: localPath(values.retour ?? first(params.retour)),
  };
}

export default async function PlacePage({ searchParams }: { searchParams: Promise<Params> }) {
  const { errors, typed, back } = await readParams(await searchParams);
  const [found, { places }] = await Promise.all([
    typed === "" ? null : listPlaces(nobody, typed),
    getTerritory(nobody),
  ]);
  return (
    <Page>
      <ErrorSummary errors={errors} />
      <PageTitle lead="Nous vous montrons les démarches de votre commune et de la Métropole.">
        Où êtes-vous{"\u202f"}?
      </PageTitle>
      {found && <PlaceAnswers typed={typed} found={found} action={choosePlaceAction} back={back} />}
      <PlaceForms
        action={choosePlaceAction}
        forget={forgetPlaceAction}
        typed={typed}
        back={back}
        places={places.filter(({ parentInsee }) => parentInsee === null)}
      />
    </Page>
  );
}
