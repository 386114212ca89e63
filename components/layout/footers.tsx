/** RGAA 4.1.2: without a valid audit, the only mention allowed is « non conforme » (arrêté du 20 septembre 2019, art. 5). */
const ACCESSIBILITY = { href: "/accessibilite", label: "Accessibilité\u00a0: non conforme" };

const LEGAL = [
  ACCESSIBILITY,
  { href: "/mentions-legales", label: "Mentions légales" },
  { href: "/donnees-personnelles", label: "Données personnelles" },
  { href: "/cookies", label: "Cookies" },
  { href: "/affichage", label: "Affichage clair ou sombre" },
];

type LinksProps = { links: readonly { href: string; label: string }[]; className?: string };

function Links({ links, className = "" }: LinksProps) {
  return (
    <nav aria-label="Pied de page" className={className}>
      <ul className="flex flex-wrap gap-x-6 text-note">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center text-ink">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type PortalProps = { name: string; sourceUrl: string | undefined };

export function PortalFooter({ name, sourceUrl }: PortalProps) {
  const more = [
    { href: "/plan-du-site", label: "Plan du site" },
    ...(sourceUrl ? [{ href: sourceUrl, label: "Code source" }] : []),
  ];
  return (
    <footer className="mt-20 border-t-4 border-sun bg-sunken">
      <div className="mx-auto max-w-wide px-4 py-10 sm:px-6">
        <p className="max-w-read">
          {name} réunit les démarches de la Métropole de Lyon et de ses 58&nbsp;communes. Chaque
          service est rendu par la collectivité indiquée à côté de son nom.
        </p>
        <Links links={[...LEGAL, ...more]} className="mt-6" />
      </div>
    </footer>
  );
}

export function AgentsFooter() {
  return (
    <footer className="mt-12 border-t border-line px-4 py-4">
      <Links links={LEGAL} />
    </footer>
  );
}

export function ConnectFooter({ name, publisher }: { name: string; publisher: string }) {
  return (
    <footer className="mt-20 border-t border-line">
      <div className="mx-auto max-w-wide px-4 py-6 text-note sm:px-6">
        <p className="text-ink-soft">
          {name} est le compte commun aux services publics du territoire. Responsable du
          traitement&nbsp;: {publisher}.
        </p>
        <Links links={LEGAL} />
      </div>
    </footer>
  );
}
