"use client";

/** As many elements as the header, the menus and the footer of a page of ours, and what a browser component costs. */
const LINKS = Array.from({ length: 30 }, (_, n) => ({ href: `/${n}`, label: `Link ${n}` }));

export function Frame({ name, children }) {
  return (
    <div className="flex grow flex-col">
      <header className="border-b border-line bg-surface">
        <p className="mx-auto flex max-w-wide">{name}</p>
      </header>
      <main id="content">{children}</main>
      <footer className="mt-20 border-t">
        <ul className="flex flex-wrap gap-x-6">
          {LINKS.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="inline-flex min-h-11 items-center">
                <span className="grow">{label}</span>
              </a>
            </li>
          ))}
        </ul>
      </footer>
    </div>
  );
}

export function Cards({ rows }) {
  return (
    <ul className="mt-4 grid gap-4">
      {rows.map(({ reference, status }) => (
        <li key={reference} className="rounded-md border border-line">
          <h2 className="text-h3">
            <a href={`/${reference}`} className="after:absolute after:inset-0">
              {reference}
            </a>
          </h2>
          <p className="flex items-center gap-1.5">
            <span className="badge">{status}</span>
            <span className="grow">One</span>
            <span className="grow">Two</span>
          </p>
          <p className="mt-1 text-ink-soft">
            <strong>Three</strong> <em>four</em>
          </p>
        </li>
      ))}
    </ul>
  );
}
