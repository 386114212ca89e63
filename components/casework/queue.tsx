import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { EmptyState } from "@/components/ui/empty-state";
import { Column, Table } from "@/components/ui/table";
import { QueueRow, type Row } from "./queue-row";

type Props = {
  rows: readonly Row[];
  agentId: string;
  /** The filters, so that a request's page can lead back and to its neighbours. */
  query: string;
  now: Date;
  assign: (form: FormData) => Promise<void>;
};

const TIGHT = "px-2.5";

/** The table is a form: what is ticked can be taken in one go, with or without JavaScript. */
export function Queue({ rows, agentId, query, now, assign }: Props) {
  if (rows.length === 0)
    return (
      <div className="mt-3">
        <EmptyState title="Aucune demande ici">
          <p>Changez de vue ou retirez un filtre.</p>
        </EmptyState>
      </div>
    );
  return (
    <form action={assign}>
      <Csrf />
      <div className="mt-3 flex flex-wrap items-center gap-2 rounded-md bg-brand-soft px-3 py-1">
        <p className="mr-auto text-note">Cochez des demandes libres pour les prendre ensemble.</p>
        <Button look="outline" className="px-4!">
          Me les attribuer
        </Button>
      </div>
      <div className="mt-3">
        <Table
          caption="Demandes, triées par échéance la plus proche"
          head={
            <>
              <td className="w-11" />
              <Column className={TIGHT}>Demandeur</Column>
              <Column className={`${TIGHT} max-md:hidden`}>Démarche</Column>
              <Column className={`${TIGHT} max-sm:hidden`}>Statut</Column>
              <Column className={TIGHT} sort="ascending">
                Échéance
              </Column>
            </>
          }
        >
          {rows.map((row, index) => (
            <QueueRow key={row.id} {...{ row, agentId, query, now }} isFirst={index === 0} />
          ))}
        </Table>
      </div>
    </form>
  );
}
