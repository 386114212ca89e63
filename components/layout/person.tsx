import { Icon, type IconName } from "@/components/ui/icon";

export type Person = {
  name: string;
  agent: { name: string; organisationName: string } | null;
  /** For the form that signs out. */
  csrf: string;
};

const ROW =
  "flex min-h-11 w-full items-center gap-2 px-4 text-left text-ink no-underline hover:bg-sunken hover:text-ink";

function MenuLink({ href, icon, children }: { href: string; icon: IconName; children: string }) {
  return (
    <li>
      <a href={href} className={ROW}>
        <Icon name={icon} />
        {children}
      </a>
    </li>
  );
}

/** Where a signed-in person can go, and out. The account is a site of its own. */
export function PersonLinks({ person, accountUrl }: { person: Person; accountUrl: string }) {
  return (
    <>
      <MenuLink href={accountUrl} icon="settings">
        Mon compte
      </MenuLink>
      <MenuLink href={`${accountUrl}/mandats`} icon="users-round">
        Agir pour quelqu’un
      </MenuLink>
      {person.agent && (
        <MenuLink href="/agents" icon="inbox">
          Espace agents
        </MenuLink>
      )}
      <li>
        <form action="/se-deconnecter" method="post">
          <input type="hidden" name="csrf" value={person.csrf} />
          <button type="submit" className={ROW}>
            <Icon name="log-out" />
            Se déconnecter
          </button>
        </form>
      </li>
    </>
  );
}
