import { SummaryList, SummaryRow } from "@/components/ui/summary-list";

const BOTH = [
  ["visitor", "Vérifier qu’un formulaire vient bien de votre navigateur", "6 mois"],
  ["theme, density", "Garder votre choix d’affichage", "1 an, si vous avez choisi"],
] as const;

const PORTAL = [
  [
    "session",
    "Garder votre session ouverte sur le portail",
    "12 heures, ou jusqu’à la déconnexion",
  ],
  ["lieu", "Garder la commune ou l’adresse que vous avez choisie", "1 an, si vous avez choisi"],
  ["suivi", "Rouvrir les demandes faites sans compte, après avoir tapé leurs codes", "24 heures"],
  ["next-auth…", "Faire l’aller-retour de la connexion en sécurité", "jusqu’à la fin de la visite"],
] as const;

const CONNECT = [
  ["connect", "Vous reconnaître d’un service à l’autre", "12 heures, ou jusqu’à la déconnexion"],
  [
    "appareil",
    "Savoir que vous vous êtes déjà connecté ici, et vous prévenir quand c’est ailleurs",
    "13 mois ; sur un appareil partagé, jusqu’à la fermeture du navigateur",
  ],
  ["interaction", "Garder le fil d’une connexion commencée", "1 heure"],
] as const;

/** Each host writes its own: name, use, duration. */
export function CookieList({ host }: { host: "portal" | "connect" }) {
  const rows = [...BOTH, ...(host === "connect" ? CONNECT : PORTAL)];
  return (
    <SummaryList className="mt-4">
      {rows.map(([name, use, duration]) => (
        <SummaryRow key={name} term={name}>
          {use}
          <span className="block text-note text-ink-soft">Durée&nbsp;: {duration}</span>
        </SummaryRow>
      ))}
    </SummaryList>
  );
}
