import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { formatDay, formatDayTime } from "@/lib/format/date";
import {
  DURATION_LABELS,
  type Duration,
  helperLabel,
  KIND_LABELS,
  type MandateKind,
  type Side,
} from "@/lib/mandates/model";

export type Named = ReadonlyMap<string, string>;

export type Terms = {
  id: string;
  personName: string | null;
  helperName: string | null;
  kind: MandateKind;
  structure: string | null;
  clientIds: readonly string[];
  organisationIds: readonly string[];
  duration: Duration;
  acceptedAt: Date | null;
  endsAt: Date | null;
};

/** « Le Guichet (Ville de Bron), Pass Urbain »: organisations narrow the portal alone. */
export function namedServices(
  terms: Terms,
  services: Named,
  organisations: Named,
  portalId: string,
) {
  const only = terms.organisationIds.flatMap((id) => organisations.get(id) ?? []);
  return terms.clientIds.flatMap((id) => {
    const name = services.get(id);
    if (!name) return [];
    return id === portalId && only.length > 0 ? `${name} (${only.join(", ")})` : name;
  });
}

type Props = {
  terms: Terms;
  places: readonly string[];
  /** On which side the reader is. */
  side: Side | null;
};

/** What both agree to. */
export function MandateTerms({ terms, places, side }: Props) {
  const { personName, kind, duration, acceptedAt, endsAt } = terms;
  return (
    <SummaryList className="mt-6">
      <SummaryRow term="Qui est aidé">
        {side === "person" ? "Vous" : (personName ?? "La personne invitée")}
      </SummaryRow>
      <SummaryRow term="Qui aide">
        {side === "helper" ? "Vous" : helperLabel(terms) || "La personne invitée"}
      </SummaryRow>
      <SummaryRow term="À quel titre">{KIND_LABELS[kind]}</SummaryRow>
      <SummaryRow term="Services">
        <ul>
          {places.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
      </SummaryRow>
      <SummaryRow term="Durée">
        {acceptedAt && endsAt
          ? `Du ${formatDay(acceptedAt)} au ${formatDayTime(endsAt)}`
          : `${DURATION_LABELS[duration]}, à partir de l’accord`}
      </SummaryRow>
    </SummaryList>
  );
}
