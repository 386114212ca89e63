import { Section } from "@/components/ui/page";

const LINK = "inline-flex min-h-11 items-center font-bold";

/** RGPD, articles 15 to 21. */
export function MyRights({ accountUrl, contact }: { accountUrl: string; contact: string }) {
  const rights = [
    [accountUrl, "Corriger une information", "Votre compte, tout de suite"],
    [
      `mailto:${contact}?subject=Exercer%20mes%20droits`,
      "Obtenir une copie de mes données, ou les faire effacer",
      "Écrivez au délégué à la protection des données\u00a0: réponse sous un mois",
    ],
    [
      "/donnees-personnelles",
      "Savoir ce que le portail garde, et combien de temps",
      "Page d’information",
    ],
  ] as const;
  return (
    <Section id="droits" title="Exercer mes droits" className="mt-14">
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {rights.map(([href, label, note]) => (
          <li key={href} className="py-3">
            <a href={href} className={LINK}>
              {label}
            </a>
            <p className="text-ink-soft">{note}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
