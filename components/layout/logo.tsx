type MarkProps = { className?: string };

/** A counter under its arch; the same colours in both themes. */
export function LogoMark({ className = "size-9" }: MarkProps) {
  return (
    <svg
      className={`${className} shrink-0`}
      viewBox="0 0 36 36"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="36" height="36" rx="8" fill="#0b5566" />
      <path d="M10 24V16.5a8 8 0 0 1 16 0V24z" fill="#fff" />
      <rect x="6" y="25" width="24" height="4" rx="2" fill="#eaa920" />
    </svg>
  );
}

type Props = { href: string; name: string; tagline: string };

export function Logo({ href, name, tagline }: Props) {
  return (
    <a
      href={href}
      className="inline-flex min-h-11 items-center gap-3 text-ink no-underline hover:text-ink"
    >
      <LogoMark />
      <span className="leading-none">
        <span className="block text-[1.375rem] font-bold tracking-tight">{name}</span>
        <span className="mt-1 block text-note text-ink-soft max-[22rem]:sr-only">{tagline}</span>
      </span>
    </a>
  );
}
