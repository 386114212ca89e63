import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Column, Table } from "@/components/ui/table";
import { QueueRow } from "./queue-row";
import type { Item } from "./queue-words";

type Props = {
  items: readonly Item[];
  /** The filters, so that a request's page can lead back and to its neighbours. */
  query: string;
  csrf: ReactNode;
  assign: (form: FormData) => Promise<void>;
};

const TIGHT = "px-2.5";

/** The table is a form: what is ticked can be taken in one go, with or without JavaScript. */
export function Queue({ items, query, csrf, assign }: Props) {
  if (items.length === 0)
    return (
      <div className="mt-3">
        <EmptyState title="Aucune demande ici">
          <p>Changez de vue ou retirez un filtre.</p>
        </EmptyState>
      </div>
    );
  return (
    <form action={assign}>
      {csrf}
      <div className="mt-3 flex flex-wrap items-center gap-2 rounded-md bg-brand-soft px-3 py-1">
        <p className="mr-auto text-note">Cochez des demandes libres pour les prendre ensemble.</p>
        <Button look="outline" className="px-4!">
          Me les attribuer
        </Button>
      </div>
      <div className="queue mt-3">
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
          {items.map((item, index) => (
            <QueueRow key={item.id} item={item} query={query} isFirst={index === 0} />
          ))}
        </Table>
      </div>
    </form>
  );
}
