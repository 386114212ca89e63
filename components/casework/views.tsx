import { cx } from "@/components/ui/cx";
import { VIEWS, type ViewId } from "@/lib/casework/model";

type Props = {
  current: ViewId | null;
  /** How many in each, as it is said. */
  counts: Readonly<Record<string, string>>;
};

const LINK =
  "flex min-h-11 items-center justify-between gap-3 rounded-md px-2 leading-tight text-ink no-underline hover:bg-sunken hover:text-ink";

export function Views({ current, counts }: Props) {
  return (
    <nav aria-label="Vues" className="border-line px-4 pt-4 lg:border-r lg:pb-4">
      <h2 className="text-note text-ink-soft max-lg:sr-only">Vues</h2>
      <ul className="flex gap-1 max-lg:overflow-x-auto max-lg:pb-2 lg:-mx-2 lg:mt-2 lg:block">
        {VIEWS.map(({ id, label }) => (
          <li key={id} className="shrink-0">
            <a
              href={`/agents/demandes?vue=${id}`}
              aria-current={id === current ? "page" : undefined}
              className={cx(LINK, id === current && "bg-brand-soft font-bold")}
            >
              <span>{label}</span>
              <span className={id === current ? "" : "text-ink-soft"}>{counts[id]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
