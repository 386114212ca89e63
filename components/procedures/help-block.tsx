"use client";

import { Icon, type IconName } from "@/components/ui/icon";
import { formatPhone, phoneHref } from "@/lib/format/phone";

type Props = {
  hall: { name: string; phone: string; openingHours: string; insee: string | null };
};

const linksFor = (insee: string | null): { href: string; icon: IconName; label: string }[] => [
  { href: "/demarches/demande-information", icon: "message-square", label: "Écrire au guichet" },
  {
    href: insee ? `/c/${insee}` : "/lieu",
    icon: "landmark",
    label: "Venir à l’accueil de votre mairie",
  },
  { href: "/suivi", icon: "search-check", label: "Suivre une demande faite sans compte" },
  { href: "/aide", icon: "life-buoy", label: "Toute l’aide" },
];

export function HelpBlock({ hall }: Props) {
  return (
    <section
      id="aide"
      aria-labelledby="titre-aide"
      className="mt-16 grid gap-x-12 gap-y-8 rounded-lg bg-brand-soft p-6 sm:p-10 md:grid-cols-2"
    >
      <div>
        <h2 id="titre-aide" className="text-h2">
          Besoin d’aide{"\u202f"}?
        </h2>
        <p className="mt-3">
          Une personne de la {hall.name} vous répond et peut remplir la démarche avec vous.
        </p>
        <p className="mt-4 flex items-center gap-3 text-h2 font-bold">
          <Icon name="phone" size={6} />
          <a
            href={phoneHref(hall.phone)}
            className="-my-2 inline-flex min-h-11 items-center whitespace-nowrap"
          >
            {formatPhone(hall.phone)}
          </a>
        </p>
        <p className="mt-1 text-ink-soft">{hall.openingHours}. Prix d’un appel local.</p>
      </div>
      <ul className="self-center">
        {linksFor(hall.insee).map(({ href, icon, label }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center gap-3 py-1.5 leading-snug">
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
