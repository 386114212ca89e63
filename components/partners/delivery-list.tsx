import { Badge } from "@/components/ui/badge";
import { Pager } from "@/components/ui/pager";
import { Cell, Column, RowHeader, Table } from "@/components/ui/table";
import {
  describeLogoutFault,
  LOGOUT_RETRY_SECONDS,
  LOGOUT_STATE_LABELS,
  type LogoutDeliveryState,
} from "@/lib/connect/model";
import { formatDay, formatTime } from "@/lib/format/date";

type Delivery = {
  id: string;
  state: LogoutDeliveryState;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
};

type Props = { deliveries: readonly Delivery[]; next: string | null; path: string };

const LOOKS = {
  delivered: { tone: "good", icon: "circle-check" },
  retrying: { tone: "warn", icon: "alarm-clock" },
  dead: { tone: "bad", icon: "circle-x" },
} as const satisfies Record<LogoutDeliveryState, unknown>;

/** What became of each logout notice sent to a service; nobody is named. */
export function DeliveryList({ deliveries, next, path }: Props) {
  if (deliveries.length === 0) return <p className="mt-4">Aucune déconnexion pour l’instant.</p>;
  return (
    <>
      <div className="mt-4">
        <Table
          caption="Déconnexions envoyées au service"
          head={
            <>
              <Column>Quand</Column>
              <Column>État</Column>
              <Column>Essais</Column>
              <Column>Dernière erreur</Column>
            </>
          }
        >
          {deliveries.map(({ id, state, attempts, lastError, createdAt }) => (
            <tr key={id} className="align-top">
              <RowHeader className="whitespace-nowrap">
                {formatTime(createdAt)}
                <span className="block text-note font-normal text-ink-soft">
                  {formatDay(createdAt)}
                </span>
              </RowHeader>
              <Cell>
                <Badge {...LOOKS[state]}>{LOGOUT_STATE_LABELS[state]}</Badge>
              </Cell>
              <Cell>
                {attempts} sur {LOGOUT_RETRY_SECONDS.length + 1}
              </Cell>
              <Cell>{lastError ? describeLogoutFault(lastError) : "Aucune"}</Cell>
            </tr>
          ))}
        </Table>
      </div>
      <Pager next={next ? `${path}?avant=${next}` : undefined} />
    </>
  );
}
