type Props = {
  label: string;
  base: string;
  tabs: readonly { path: string; label: string }[];
  current: string;
};

/** The pages of one thing: `base` is the first one's address, `path` what each adds to it. */
export function Tabs({ label, base, tabs, current }: Props) {
  return (
    <nav aria-label={label} className="mt-4">
      <ul className="flex flex-wrap gap-x-4 border-b border-line">
        {tabs.map(({ path, label }) => (
          <li key={path}>
            <a
              href={`${base}${path}`}
              aria-current={path === current ? "page" : undefined}
              className={`inline-flex min-h-11 items-center border-b-4 px-1 text-ink no-underline hover:underline ${
                path === current ? "border-sun font-bold" : "border-transparent"
              }`}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
