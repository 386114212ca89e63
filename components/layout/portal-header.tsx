import { Icon } from "@/components/ui/icon";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import { type Person, PersonLinks } from "./person";
import { SignInLink } from "./sign-in-link";

const SECTIONS = [
  { href: "/demarches", label: "Démarches", also: ["/c"] },
  { href: "/mes-demandes", label: "Mes demandes", also: ["/suivi"] },
  { href: "/mes-donnees", label: "Mes données", also: [] },
  { href: "/aide", label: "Aide", also: [] },
] as const;

const ACCOUNT =
  "min-h-11 items-center gap-2 rounded-md border-2 border-edge px-4 font-bold text-ink no-underline hover:bg-sunken hover:text-ink";

type Props = { name: string; person: Person | null; accountUrl: string };

function Sections({ look }: { look: "bar" | "menu" }) {
  return SECTIONS.map(({ href, label, also }) => (
    <li key={href}>
      <NavLink href={href} also={also} look={look}>
        {label}
      </NavLink>
    </li>
  ));
}

function WideAccount({ person, accountUrl }: Omit<Props, "name">) {
  if (!person)
    return (
      <SignInLink className={`hidden lg:inline-flex ${ACCOUNT}`}>
        <Icon name="circle-user-round" />
        Se connecter
      </SignInLink>
    );
  return (
    <details className="relative hidden lg:block">
      <summary className={`inline-flex ${ACCOUNT}`}>
        <Icon name="circle-user-round" />
        <span className="max-w-48 truncate">{person.name}</span>
        <Icon name="chevron-down" size={4} />
      </summary>
      <ul className="absolute right-0 z-20 mt-2 w-60 rounded-md border border-line bg-surface py-2 shadow-raise">
        <PersonLinks person={person} accountUrl={accountUrl} />
      </ul>
    </details>
  );
}

function SmallMenu({ person, accountUrl }: Omit<Props, "name">) {
  return (
    <details className="group ml-auto lg:hidden">
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-md border-2 border-edge px-4 font-bold">
        <Icon name="menu" className="group-open:hidden" />
        <Icon name="x" className="hidden group-open:inline" />
        <span className="group-open:hidden">Menu</span>
        <span className="hidden group-open:inline">Fermer</span>
      </summary>
      <nav
        aria-label="Menu"
        className="absolute inset-x-0 z-20 mt-3 border-b border-line bg-surface px-4 pb-4 shadow-raise"
      >
        <ul>
          <Sections look="menu" />
          {person ? (
            <>
              <li className="flex min-h-12 items-center gap-2 font-bold">
                <Icon name="circle-user-round" />
                {person.name}
              </li>
              <PersonLinks person={person} accountUrl={accountUrl} />
            </>
          ) : (
            <li>
              <SignInLink className="flex min-h-12 items-center gap-2 font-bold text-ink">
                <Icon name="circle-user-round" />
                Se connecter
              </SignInLink>
            </li>
          )}
        </ul>
      </nav>
    </details>
  );
}

export function PortalHeader({ name, person, accountUrl }: Props) {
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-wide flex-wrap items-center gap-x-6 px-4 py-3 sm:px-6">
        <Logo href="/" name={name} tagline="Métropole et communes" />
        <nav aria-label="Principal" className="ml-auto hidden lg:block">
          <ul className="flex">
            <Sections look="bar" />
          </ul>
        </nav>
        <WideAccount person={person} accountUrl={accountUrl} />
        <SmallMenu person={person} accountUrl={accountUrl} />
      </div>
    </header>
  );
}
