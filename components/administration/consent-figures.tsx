import { Cell, Column, RowHeader, Table } from "@/components/ui/table";
import { formatCount } from "@/lib/format/number";

type Props = {
  figures: readonly {
    service: string;
    controller: string;
    active: number;
    withdrawn: number;
    accesses: number;
  }[];
};

const FIGURE = "text-right max-md:px-2";

/** How many agreements each service has; on a small screen its controller is written under its name. */
export function ConsentFigures({ figures }: Props) {
  return (
    <div className="mt-4">
      <Table
        caption="Consentements par service"
        head={
          <>
            <Column>Service</Column>
            <Column className="max-md:hidden">Responsable de traitement</Column>
            <Column className={FIGURE}>Accords en cours</Column>
            <Column className={FIGURE}>Retirés</Column>
            <Column className={FIGURE}>Lectures sur 30{"\u00a0"}jours</Column>
          </>
        }
      >
        {figures.map(({ service, controller, active, withdrawn, accesses }) => (
          <tr key={service}>
            <RowHeader>
              {service}
              <span className="block text-note font-normal text-ink-soft md:hidden">
                {controller}
              </span>
            </RowHeader>
            <Cell className="max-md:hidden">{controller}</Cell>
            <Cell className={FIGURE}>{formatCount(active)}</Cell>
            <Cell className={FIGURE}>{formatCount(withdrawn)}</Cell>
            <Cell className={FIGURE}>{formatCount(accesses)}</Cell>
          </tr>
        ))}
      </Table>
    </div>
  );
}
