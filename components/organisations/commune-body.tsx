import { type Procedure, ProcedureCards } from "@/components/procedures/procedure-cards";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { TextInput } from "@/components/ui/field";
import { Section } from "@/components/ui/page";
import { type Hall, TownHallCard, type Unit, UnitList } from "./town-hall";

type Props = {
  place: { insee: string; communeName: string };
  hall: Hall;
  units: readonly Unit[];
  own: readonly Procedure[];
  metropole: readonly Procedure[];
  choosePlace: (form: FormData) => Promise<void>;
};

function Search({ place }: Pick<Props, "place">) {
  return (
    <search>
      <form
        action="/demarches"
        className="mt-8 flex max-w-[44rem] flex-col gap-3 sm:flex-row sm:items-end"
      >
        <input type="hidden" name="commune" value={place.insee} />
        <div className="grow">
          <TextInput
            name="q"
            type="search"
            label={`Que voulez-vous faire\u202f?`}
            autoComplete="off"
          />
        </div>
        <Button icon="search">Rechercher</Button>
      </form>
    </search>
  );
}

function KeepPlace({ place, choosePlace }: Pick<Props, "place" | "choosePlace">) {
  return (
    <form action={choosePlace} className="mt-6">
      <Csrf />
      <input type="hidden" name="insee" value={place.insee} />
      <input type="hidden" name="retour" value="/" />
      <Button look="outline" icon="map-pin">
        J’habite {place.communeName}
        {"\u00a0"}: m’en souvenir
      </Button>
    </form>
  );
}

export function CommuneBody({ place, hall, units, own, metropole, choosePlace }: Props) {
  return (
    <>
      <Search place={place} />
      <KeepPlace place={place} choosePlace={choosePlace} />
      {own.length > 0 && (
        <Section title={`Avec la ${hall.name}`}>
          <ProcedureCards procedures={own} commune={place.insee} />
        </Section>
      )}
      <Section title="Avec la Métropole de Lyon">
        <ProcedureCards procedures={metropole} commune={place.insee} />
      </Section>
      <div className="grid gap-x-12 lg:grid-cols-2">
        <TownHallCard hall={hall} />
        <UnitList units={units} />
      </div>
    </>
  );
}
