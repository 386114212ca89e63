import { frenchSpaces } from "@/lib/format/text";

type Props = { pages: readonly { page: string; title: string }[]; current: string };

/** Every page of the guide, after the one being read. */
export function GuideMenu({ pages, current }: Props) {
  return (
    <nav aria-label="Pages du guide" className="mt-16 border-t border-line pt-6">
      <ul>
        {pages.map(({ page, title }) => (
          <li key={page}>
            <a
              href={page === "commencer" ? "/kit" : `/kit/${page}`}
              aria-current={page === current ? "page" : undefined}
              className={`inline-flex min-h-11 items-center ${page === current ? "font-bold" : ""}`}
            >
              {frenchSpaces(title)}
            </a>
          </li>
        ))}
        <li>
          <a href="/kit/erreurs" className="inline-flex min-h-11 items-center">
            Les codes d’erreur
          </a>
        </li>
      </ul>
    </nav>
  );
}
