import type { Metadata } from "next";
import { Page, PageTitle } from "@/components/ui/page";
import { Prose } from "@/components/ui/prose";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { getFrame } from "@/lib/auth/frame";

export const metadata: Metadata = { title: "Cookies" };

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
  ["suivi", "Rouvrir une demande faite sans compte, après avoir tapé son code", "24 heures"],
  ["next-auth…", "Faire l’aller-retour de la connexion en sécurité", "jusqu’à la fin de la visite"],
] as const;

const CONNECT = [
  ["connect", "Vous reconnaître d’un service à l’autre", "12 heures, ou jusqu’à la déconnexion"],
  ["interaction", "Garder le fil d’une connexion commencée", "1 heure"],
] as const;

export default async function CookiesPage() {
  const { host } = await getFrame();
  const rows = [...BOTH, ...(host === "connect" ? CONNECT : PORTAL)];
  return (
    <Page>
      <PageTitle lead="Aucun traceur, aucune publicité&nbsp;: il n’y a donc rien à accepter ou à refuser.">
        Cookies
      </PageTitle>
      <Prose>
        <p>
          Ce site n’écrit dans votre navigateur que ce qu’il lui faut pour marcher. La loi n’impose
          pas de demander votre accord pour ceux-là (article 82 de la loi du 6 janvier 1978).
        </p>
        <h2>Ceux que ce site écrit</h2>
      </Prose>
      <SummaryList className="mt-4">
        {rows.map(([name, use, duration]) => (
          <SummaryRow key={name} term={name}>
            {use}
            <span className="block text-note text-ink-soft">Durée&nbsp;: {duration}</span>
          </SummaryRow>
        ))}
      </SummaryList>
      <Prose>
        <p>
          Sur une adresse en https, ces noms commencent par __Host- ou __Secure-&nbsp;: le
          navigateur les protège alors mieux.
        </p>
        <h2>Les effacer</h2>
        <p>
          Votre navigateur peut les effacer à tout moment, dans ses réglages de confidentialité.
          Votre session se fermera, et votre choix d’affichage sera oublié. Vos demandes et vos
          brouillons, eux, sont gardés sur le serveur.
        </p>
      </Prose>
    </Page>
  );
}
