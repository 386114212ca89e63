import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import type { QueueFilters } from "@/lib/casework/schemas";
import { CHANNEL_LABELS, CHANNELS, STATUS_LABELS, STATUSES } from "@/lib/requests/model";

type Props = {
  filters: Omit<QueueFilters, "after" | "before">;
  procedures: readonly { id: string; title: string }[];
};

const STATUS_OPTIONS = STATUSES.filter((status) => status !== "draft").map((value) => ({
  value,
  label: STATUS_LABELS[value],
}));

const CHANNEL_OPTIONS = CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }));

/** A plain GET form: the address says what is shown, and can be kept or shared. */
export function Filters({ filters, procedures }: Props) {
  const { view, procedure, status, channel, q } = filters;
  return (
    <form
      action="/agents/demandes"
      aria-label="Filtres"
      className="mt-3 grid grid-cols-2 items-end gap-3 md:grid-cols-[minmax(10rem,1.4fr)_1fr_1fr_1fr_auto]"
    >
      <input type="hidden" name="vue" value={view} />
      <div className="max-md:col-span-2">
        <TextInput
          name="q"
          type="search"
          label="Rechercher"
          placeholder="Référence, nom, téléphone"
          value={q}
        />
      </div>
      <Select
        name="demarche"
        label="Démarche"
        empty="Toutes"
        value={procedure}
        options={procedures.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Select
        name="statut"
        label="Statut"
        empty={view === "toutes" ? "Non terminée" : "Tous ceux de la vue"}
        value={status}
        options={STATUS_OPTIONS}
      />
      <Select name="canal" label="Canal" empty="Tous" value={channel} options={CHANNEL_OPTIONS} />
      <Button look="outline" className="w-full">
        Filtrer
      </Button>
    </form>
  );
}
