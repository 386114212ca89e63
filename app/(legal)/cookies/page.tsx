import type { Metadata } from "next";
import { CookieList } from "@/components/support/cookie-list";
import { Page, PageTitle } from "@/components/ui/page";
import { Prose } from "@/components/ui/prose";
import { getFrame } from "@/lib/auth/frame";

export const metadata: Metadata = { title: "Cookies" };

export default async function CookiesPage() {
  const { host } = await getFrame();
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
      <CookieList host={host} />
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
