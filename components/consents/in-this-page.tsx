const SECTIONS = [
  ["#accords", "Mes accords"],
  ["#lectures", "Qui a lu mes données"],
  ["#droits", "Exercer mes droits"],
] as const;

export function InThisPage() {
  return (
    <nav aria-label="Dans cette page" className="mt-6">
      <ul className="border-l-2 border-line pl-4">
        {SECTIONS.map(([href, label]) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
