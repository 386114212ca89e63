import type { Metadata } from "next";
import { MailLink, PhoneLink } from "@/components/support/contact";
import { Page, PageTitle } from "@/components/ui/page";
import { Prose } from "@/components/ui/prose";
import { getFrame } from "@/lib/auth/frame";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Accessibilité\u00a0: non conforme" };

export default async function AccessibilityPage() {
  const { host, portalName, accountName } = await getFrame();
  const { PUBLISHER, CONTACT_EMAIL, HELP_PHONE } = site();
  const name = host === "connect" ? accountName : portalName;
  return (
    <Page>
      <PageTitle lead="Ce site est fait pour tout le monde. Voici où il en est, sans l’embellir.">
        Accessibilité
      </PageTitle>
      <Prose>
        <p>
          {PUBLISHER} s’engage à rendre ses sites accessibles, conformément à l’article 47 de la loi
          n° 2005-102 du 11 février 2005. Cette déclaration s’applique à {name}.
        </p>
        <h2>État de conformité</h2>
        <p>
          <strong>Non conforme.</strong> {name} n’a pas encore été audité selon le référentiel
          général d’amélioration de l’accessibilité (RGAA 4.1.2). Sans audit, la règle est d’écrire
          «&nbsp;non conforme&nbsp;», quel que soit le soin apporté.
        </p>
        <h2>Ce qui est vérifié</h2>
        <ul>
          <li>
            À chaque version, un robot (axe-core) passe sur les pages, en clair et en sombre, sur
            petit et grand écran. Il ne voit qu’une partie des critères.
          </li>
          <li>Les couleurs des textes et des contrôles sont mesurées dans les deux thèmes.</li>
          <li>Les démarches se font sans JavaScript, au clavier, et à partir de 320 pixels.</li>
        </ul>
        <h2>Ce qui ne l’est pas encore</h2>
        <ul>
          <li>Un audit des 106 critères du RGAA par une personne formée.</li>
          <li>Des essais suivis avec des lecteurs d’écran et avec des personnes concernées.</li>
          <li>
            Les fichiers joints par les usagers ou remis par les collectivités&nbsp;: ils peuvent ne
            pas être accessibles. Demandez-les sous une autre forme.
          </li>
        </ul>
        <h2>Technologies</h2>
        <p>HTML, CSS, SVG, WAI-ARIA, et JavaScript en complément.</p>
        <h2>Une difficulté&#8239;?</h2>
        <p>
          Dites-le-nous&nbsp;: écrivez à <MailLink address={CONTACT_EMAIL} /> ou appelez le{" "}
          <PhoneLink phone={HELP_PHONE} />. Une personne vous donnera l’information autrement, ou
          fera la démarche avec vous.
        </p>
        <h2>Voies de recours</h2>
        <p>
          Vous avez signalé un défaut qui vous empêche d’accéder à un contenu ou à un service, et
          vous n’avez pas eu de réponse satisfaisante&#8239;? Vous pouvez&nbsp;:
        </p>
        <ul>
          <li>
            écrire au Défenseur des droits, par{" "}
            <a href="https://formulaire.defenseurdesdroits.fr/">son formulaire</a>&#8239;;
          </li>
          <li>
            joindre{" "}
            <a href="https://www.defenseurdesdroits.fr/saisir/delegues">
              son délégué dans votre région
            </a>{" "}
            ;
          </li>
          <li>
            lui envoyer un courrier, gratuitement et sans timbre&nbsp;: Défenseur des droits, Libre
            réponse 71120, 75342 Paris CEDEX 07.
          </li>
        </ul>
      </Prose>
    </Page>
  );
}
