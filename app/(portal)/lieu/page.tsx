import type { Metadata } from "next";
import { type PlaceChoice, PlaceChoices } from "@/components/territory/place-choices";
import { PlaceForms } from "@/components/territory/place-forms";
import { Notice } from "@/components/ui/notice";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { nobody } from "@/lib/auth/actor";
import { localPath } from "@/lib/auth/return-path";
import { getTerritory } from "@/lib/territory/queries/find-place";
import { listPlaces } from "@/lib/territory/queries/resolve-place";
import { choosePlaceAction, forgetPlaceAction } from "./actions";

export const metadata: Metadata = { title: `Où êtes-vous\u202f?` };

type Props = { searchParams: Promise<{ q?: string | string[]; retour?: string | string[] }> };

const first = (value: string | string[] | undefined) => [value].flat()[0] ?? "";

async function choicesFor(typed: string): Promise<PlaceChoice[]> {
  const { places, addresses } = await listPlaces(nobody, typed);
  return [
    ...places.map(({ insee, name }) => ({ insee, label: name })),
    ...addresses.map(({ insee, label }) => ({
      insee,
      label,
      address: label.replace(/, \d{5}.*$/, ""),
    })),
  ];
}

export default async function PlacePage({ searchParams }: Props) {
  const params = await searchParams;
  const [typed, back] = [first(params.q).slice(0, 200), localPath(first(params.retour))];
  const quoted = `«\u00a0${typed}\u00a0»`;
  const [choices, { places }] = await Promise.all([
    typed === "" ? [] : choicesFor(typed),
    getTerritory(nobody),
  ]);
  return (
    <Page>
      <PageTitle lead="Nous vous montrons les démarches de votre commune et de la Métropole.">
        Où êtes-vous{"\u202f"}?
      </PageTitle>
      {choices.length > 0 && (
        <Section title={`Plusieurs lieux répondent à ${quoted}`}>
          <PlaceChoices choices={choices} action={choosePlaceAction} back={back} />
        </Section>
      )}
      {typed !== "" && choices.length === 0 && (
        <Notice
          tone="warn"
          role="status"
          className="mt-8"
          title={`${quoted} n’est pas dans nos listes`}
        >
          Écrivez le nom d’une des 58 communes de la Métropole de Lyon, ou choisissez-la ci-dessous.
        </Notice>
      )}
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
