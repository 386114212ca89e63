import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select } from "@/components/ui/field";
import { plural } from "@/lib/format/number";
import { HANDED_OVER, type HandedOver, type HandOverChoice } from "@/lib/organisations/schemas";

export type Duties = Record<HandedOver, number>;

type Props = {
  /** Of the page that checks the choice before anything is done. */
  action: string;
  duties: Duties;
  targets: readonly { id: string; name: string }[];
  choice?: HandOverChoice;
};

export const LABELS: Record<HandedOver, (count: number) => string> = {
  requests: (count) => plural(count, "demande en cours", "demandes en cours"),
  procedures: (count) => plural(count, "démarche"),
};

const HINTS: Record<HandedOver, string> = {
  requests: "Avec leurs messages, leurs fichiers et leurs notes.",
  procedures: "Leurs prochaines demandes arriveront à l’autre service.",
};

/** What is handed over, and to whom; the address of the next page holds the choice. */
export function HandOverForm({ action, duties, targets, choice }: Props) {
  const errors = choice?.errors ?? {};
  const kinds = HANDED_OVER.filter((kind) => duties[kind] > 0);
  return (
    <>
      <ErrorSummary errors={errors} />
      <form action={action} noValidate className="mt-4 space-y-6">
        <Checkboxes
          name="quoi"
          label="Ce que vous confiez"
          values={choice?.what ?? kinds}
          error={errors.quoi}
          options={kinds.map((kind) => ({
            value: kind,
            label: LABELS[kind](duties[kind]),
            hint: HINTS[kind],
          }))}
        />
        <Select
          name="vers"
          label="Service qui prend la suite"
          empty="Choisissez un service"
          value={choice?.toUnitId}
          error={errors.vers}
          options={targets.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button look="outline" iconAfter="chevron-right">
          Vérifier avant de confier
        </Button>
      </form>
    </>
  );
}
