import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { Cell, Column, RowHeader, Table } from "@/components/ui/table";
import { formatDay, formatShortDay } from "@/lib/format/date";
import { formatCount, plural } from "@/lib/format/number";

type Day = { day: string; signIns: number; failures: number };
type Week = { monday: string; signIns: number; people: number };
type Consents = { active: number; withdrawn: number; readings: number };

export function ConsentCounts({ consents }: { consents: Consents }) {
  return (
    <SummaryList className="mt-6">
      <SummaryRow term="Accords en cours">{formatCount(consents.active)}</SummaryRow>
      <SummaryRow term="Accords retirés">{formatCount(consents.withdrawn)}</SummaryRow>
      <SummaryRow term="Lectures sur 30&nbsp;jours">{formatCount(consents.readings)}</SummaryRow>
    </SummaryList>
  );
}

const WIDTH = 600;
const HEIGHT = 160;
const BASE = 140;

/** One bar a day; what it says is written below it, and by week in the table. */
export function SignInChart({ days }: { days: readonly Day[] }) {
  const most = Math.max(1, ...days.map(({ signIns }) => signIns));
  const total = days.reduce((sum, { signIns }) => sum + signIns, 0);
  const failures = days.reduce((sum, day) => sum + day.failures, 0);
  const step = WIDTH / Math.max(1, days.length);
  const [first, last] = [days.at(0), days.at(-1)];
  return (
    <figure className="mt-4">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-labelledby="connexions-titre"
        className="w-full text-brand"
      >
        <title id="connexions-titre">
          {`${plural(total, "connexion")} en 30\u00a0jours, ${formatCount(most)} au plus en un jour`}
        </title>
        <line x1="0" x2={WIDTH} y1={BASE} y2={BASE} stroke="currentColor" strokeWidth="1" />
        {days.map(({ day, signIns }, rank) => {
          const height = (signIns / most) * (BASE - 10);
          return (
            <rect
              key={day}
              x={rank * step + 2}
              y={BASE - height}
              width={step - 4}
              height={height}
              fill="currentColor"
            />
          );
        })}
      </svg>
      <figcaption className="text-note text-ink-soft">
        {first && last && `Du ${formatShortDay(first.day)} au ${formatShortDay(last.day)}\u00a0: `}
        {plural(total, "connexion")}, {plural(failures, "appel refusé", "appels refusés")}.
      </figcaption>
    </figure>
  );
}

export function WeekTable({ weeks }: { weeks: readonly Week[] }) {
  return (
    <div className="mt-4">
      <Table
        caption="Connexions par semaine"
        head={
          <>
            <Column>Semaine du</Column>
            <Column className="text-right">Connexions</Column>
            <Column className="text-right">Personnes</Column>
          </>
        }
      >
        {weeks.map(({ monday, signIns, people }) => (
          <tr key={monday}>
            <RowHeader>{formatDay(monday)}</RowHeader>
            <Cell className="text-right">{formatCount(signIns)}</Cell>
            <Cell className="text-right">{formatCount(people)}</Cell>
          </tr>
        ))}
      </Table>
    </div>
  );
}
