import { ButtonLink } from "./button";
import { Icon, type IconName } from "./icon";

type EdgeProps = { label: string; href: string | undefined; icon: IconName; isNext?: boolean };

function Edge({ label, href, icon, isNext = false }: EdgeProps) {
  if (href)
    return (
      <ButtonLink look="outline" href={href} {...(isNext ? { iconAfter: icon } : { icon })}>
        {label}
      </ButtonLink>
    );
  return (
    <span className="inline-flex min-h-11 items-center gap-2 px-4 text-ink-soft">
      {!isNext && <Icon name={icon} size={4} />}
      {label}
      {isNext && <Icon name={icon} size={4} />}
    </span>
  );
}

/** Keyset pages have no number: only what comes before and what comes after. */
export function Pager({
  previous,
  next,
}: {
  previous?: string | undefined;
  next?: string | undefined;
}) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="Pages" className="mt-3 flex flex-wrap justify-end gap-2">
      <Edge label="Précédentes" href={previous} icon="chevron-left" />
      <Edge label="Suivantes" href={next} icon="chevron-right" isNext />
    </nav>
  );
}
