import { ProviderLine } from "@/components/ui/provider-line";
import { COUNT_CAP } from "@/lib/casework/model";
import { formatCapped, plural } from "@/lib/format/number";

type Props = {
  title: string;
  /** « Ville de Bron, Voirie » */
  units: string;
  counts: { shown: number; late: number } | undefined;
};

function countOf({ shown, late }: { shown: number; late: number }) {
  const isCounted = shown <= COUNT_CAP;
  const all = isCounted ? plural(shown, "demande") : `${formatCapped(shown, COUNT_CAP)} demandes`;
  return late > 0 ? `${all}, dont ${formatCapped(late, COUNT_CAP)} en retard` : all;
}

export function QueueHeading({ title, units, counts }: Props) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
      <div>
        <ProviderLine name={units} kind="commune" />
        <h1 id="file" className="text-h2">
          {title}
        </h1>
      </div>
      <p role="status" className="text-ink-soft">
        {counts && countOf(counts)}
      </p>
    </div>
  );
}
