import { Page, PageTitle } from "@/components/ui/page";
import { FranceConnectButton } from "./franceconnect-button";

/** Another browser's, over, or never begun: the same page for all. */
export function StaleIdentification() {
  return (
    <Page>
      <PageTitle lead="Elle est finie, elle est restée ouverte trop longtemps, ou elle a commencé sur un autre appareil. Un lien reçu par courriel s’ouvre sur l’appareil où vous avez commencé.">
        Cette identification n’est pas ouverte ici
      </PageTitle>
      <div className="mt-8">
        <FranceConnectButton />
      </div>
      <p className="mt-4">
        <a href="/connexion" className="inline-flex min-h-11 items-center">
          Me connecter avec mon mot de passe
        </a>
      </p>
    </Page>
  );
}
