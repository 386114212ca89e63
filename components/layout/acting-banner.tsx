import { Icon } from "@/components/ui/icon";

export type Acting = {
  /** In whose name. */
  person: string;
  helper: string;
  csrf: string;
};

/** On every page of the portal while somebody acts in another’s name, and the way out. */
export function ActingBanner({ person, helper, csrf }: Acting) {
  return (
    <section
      aria-label="Mandat"
      data-acting
      className="sticky top-0 z-30 border-b-4 border-sun bg-warn-soft text-ink print:static"
    >
      <div className="mx-auto flex max-w-wide flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
        <p className="flex grow items-center gap-2">
          <Icon name="users-round" />
          <span>
            {helper}, vous agissez pour <strong>{person}</strong>.
          </span>
        </p>
        <form action="/mandat/terminer" method="post" className="no-print">
          <input type="hidden" name="csrf" value={csrf} />
          <button
            type="submit"
            className="min-h-11 rounded-md border-2 border-edge bg-surface px-4 font-bold text-ink hover:bg-sunken"
          >
            Terminer
          </button>
        </form>
      </div>
    </section>
  );
}
