import { ProviderLine } from "@/components/ui/provider-line";
import { COUNT_CAP } from "@/lib/casework/model";
import { formatCapped, formatCount, plural } from "@/lib/format/number";

type Props = {
  title: string;
  /** « Ville de Bron, Voirie » */
  units: string;
  counts: { shown: number; late: number } | undefined;
  /** How many were just taken together, as the address says it. */
  taken: unknown;
};

function countOf({ shown, late }: { shown: number; late: number }) {
  const isCounted = shown <= COUNT_CAP;
  const all = isCounted ? plural(shown, "demande") : `${formatCapped(shown, COUNT_CAP)} demandes`;
  return late > 0 ? `${all}, dont ${formatCount(late)} en retard` : all;
}

export function QueueHeading({ title, units, counts, taken }: Props) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
      <div>
        <ProviderLine name={units} kind="commune" />
        <h1 id="file" className="text-h2">
          {title}
        </h1>
      </div>
      <p role="status" className="text-ink-soft">
        {typeof taken === "string" && /^\d{1,3}$/.test(taken) && (
          <strong>{plural(Number(taken), "demande attribuée", "demandes attribuées")}. </strong>
        )}
        {counts && countOf(counts)}
      </p>
    </div>
  );
}
