import { Details } from "@/components/ui/details";
import { formatFullDayTime } from "@/lib/format/date";
import { plural } from "@/lib/format/number";
import { fromName } from "@/lib/format/text";

type Props = { readings: readonly { id: string; at: Date }[]; organisationName: string };

/** Each reading by an agent is recorded: whoever filed the request may know when it was opened. */
export function Readings({ readings, organisationName }: Props) {
  return (
    <section className="no-print mt-12">
      <h2 className="text-h2">Qui a lu ma demande{"\u202f"}?</h2>
      {readings.length === 0 ? (
        <p className="mt-3">Aucun agent ne l’a encore ouverte.</p>
      ) : (
        <Details
          summary={`${plural(readings.length, "lecture")} par les agents ${fromName(organisationName)}`}
        >
          <ul>
            {readings.map(({ id, at }) => (
              <li key={id}>
                Un agent {fromName(organisationName)}, {formatFullDayTime(at)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}
