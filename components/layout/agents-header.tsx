import { Icon } from "@/components/ui/icon";
import { LogoMark } from "./logo";
import { NavLink } from "./nav-link";
import { type Person, PersonLinks } from "./person";

type Props = {
  name: string;
  person: Person | null;
  accountUrl: string;
  sections: readonly { href: string; label: string }[];
};

function AgentMenu({ person, accountUrl }: { person: Person; accountUrl: string }) {
  return (
    <details className="relative ml-auto">
      <summary className="flex min-h-11 items-center gap-2 text-note">
        <Icon name="circle-user-round" />
        <span>
          <span className="block font-bold">{person.agent?.name ?? person.name}</span>
          <span className="block text-bar-soft">{person.agent?.organisationName}</span>
        </span>
        <Icon name="chevron-down" size={4} />
      </summary>
      <ul className="off-bar absolute right-0 z-20 mt-2 w-60 rounded-md border border-line bg-surface py-2 text-ink shadow-raise">
        <li>
          <a
            href="/"
            className="flex min-h-11 items-center gap-2 px-4 text-ink no-underline hover:bg-sunken hover:text-ink"
          >
            <Icon name="house" />
            Espace des usagers
          </a>
        </li>
        <PersonLinks person={{ ...person, agent: null }} accountUrl={accountUrl} />
      </ul>
    </details>
  );
}

export function AgentsHeader({ name, person, accountUrl, sections }: Props) {
  return (
    <header className="on-bar bg-bar text-on-bar">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 px-4 py-2">
        <a
          href="/agents"
          className="inline-flex min-h-11 items-center gap-2.5 font-bold text-on-bar no-underline hover:text-on-bar hover:underline"
        >
          <LogoMark className="size-8" />
          {name} <span className="font-normal text-bar-soft max-[27rem]:sr-only">Agents</span>
        </a>
        <nav aria-label="Principal" className="max-md:order-3 max-md:w-full">
          <ul className="flex gap-1 overflow-x-auto">
            {sections.map(({ href, label }) => (
              <li key={href}>
                <NavLink href={href} look="agents">
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        {person && <AgentMenu person={person} accountUrl={accountUrl} />}
      </div>
    </header>
  );
}
