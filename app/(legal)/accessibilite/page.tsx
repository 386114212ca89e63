import type { Metadata } from "next";
import { Checks, Remedies } from "@/components/support/accessibility";
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
        <Checks />
        <h2>Technologies</h2>
        <p>HTML, CSS, SVG, WAI-ARIA, et JavaScript en complément.</p>
        <h2>Une difficulté&#8239;?</h2>
        <p>
          Dites-le-nous&nbsp;: écrivez à <MailLink address={CONTACT_EMAIL} /> ou appelez le{" "}
          <PhoneLink phone={HELP_PHONE} />. Une personne vous donnera l’information autrement, ou
          fera la démarche avec vous.
        </p>
        <Remedies />
      </Prose>
    </Page>
  );
}
