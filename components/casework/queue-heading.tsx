import { ProviderLine } from "@/components/ui/provider-line";

type Props = {
  title: string;
  /** « Ville de Bron, Voirie » */
  units: string;
  /** « 38 demandes, dont 4 en retard » */
  size: string;
};

export function QueueHeading({ title, units, size }: Props) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
      <div>
        <ProviderLine name={units} kind="commune" />
        <h1 id="file" className="text-h2">
          {title}
        </h1>
      </div>
      <p role="status" className="text-ink-soft">
        {size}
      </p>
    </div>
  );
}
