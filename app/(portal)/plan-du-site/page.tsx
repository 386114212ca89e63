import type { Metadata } from "next";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { getFrame } from "@/lib/auth/frame";

export const metadata: Metadata = { title: "Plan du site" };

type Links = readonly (readonly [href: string, label: string])[];

const SERVICES: Links = [
  ["/", "Accueil"],
  ["/demarches", "Toutes les démarches"],
  ["/suivi", "Suivre une demande avec un code"],
  ["/aide", "Aide"],
];

const PERSONAL: Links = [
  ["/mes-demandes", "Mes demandes"],
  ["/mes-donnees", "Mes données"],
];

const ABOUT: Links = [
  ["/accessibilite", "Accessibilité"],
  ["/mentions-legales", "Mentions légales"],
  ["/donnees-personnelles", "Données personnelles"],
  ["/cookies", "Cookies"],
  ["/affichage", "Affichage clair ou sombre"],
  ["/partenaires", "Raccorder un service (partenaires)"],
];

function LinkList({ links }: { links: Links }) {
  return (
    <ul className="mt-2">
      {links.map(([href, label]) => (
        <li key={href}>
          <a href={href} className="inline-flex min-h-11 items-center">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

export default async function SiteMapPage() {
  const { accountName, accountUrl } = await getFrame();
  return (
    <Page>
      <PageTitle>Plan du site</PageTitle>
      <Section title="Services">
        <LinkList links={SERVICES} />
      </Section>
      <Section title="Mon espace">
        <LinkList links={[...PERSONAL, [accountUrl, `Mon compte ${accountName}`]]} />
      </Section>
      <Section title="À propos">
        <LinkList links={ABOUT} />
      </Section>
    </Page>
  );
}
