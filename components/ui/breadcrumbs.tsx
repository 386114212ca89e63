import { Icon } from "./icon";

type Props = { trail: readonly { href: string; label: string }[]; current: string };

export function Breadcrumbs({ trail, current }: Props) {
  return (
    <nav aria-label="Fil d’Ariane">
      <ol className="flex flex-wrap items-center gap-x-1 text-note text-ink-soft">
        {trail.map(({ href, label }) => (
          <li key={href} className="flex items-center gap-1">
            <a href={href} className="inline-flex min-h-11 items-center">
              {label}
            </a>
            <Icon name="chevron-right" size={4} />
          </li>
        ))}
        <li aria-current="page" className="py-2">
          {current}
        </li>
      </ol>
    </nav>
  );
}
