import type { Metadata } from "next";
import { MailLink, PhoneLink } from "@/components/support/contact";
import { Licences } from "@/components/support/licences";
import { Page, PageTitle } from "@/components/ui/page";
import { Prose } from "@/components/ui/prose";
import { getFrame } from "@/lib/auth/frame";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Mentions légales" };

export default async function LegalNoticePage() {
  const { portalName, accountName, sourceUrl } = await getFrame();
  const { PUBLISHER, PUBLISHER_ADDRESS, PUBLICATION_DIRECTOR, HOSTING, HELP_PHONE, CONTACT_EMAIL } =
    site();
  return (
    <Page>
      <PageTitle lead={`Qui publie ${portalName} et ${accountName}, et à qui s’adresser.`}>
        Mentions légales
      </PageTitle>
      <Prose>
        <h2>Éditeur</h2>
        <p>
          {PUBLISHER}, {PUBLISHER_ADDRESS}.
        </p>
        <p>
          Téléphone&nbsp;: <PhoneLink phone={HELP_PHONE} />. Courriel&nbsp;:{" "}
          <MailLink address={CONTACT_EMAIL} />.
        </p>
        <p>Direction de la publication&nbsp;: {PUBLICATION_DIRECTOR}.</p>
        <h2>Hébergement</h2>
        <p>{HOSTING}</p>
        <h2>Qui répond de quoi&#8239;?</h2>
        <p>
          Chaque démarche est rendue par la collectivité écrite au-dessus de son nom&nbsp;: la
          Métropole ou une commune. Elle répond du contenu de la démarche, des délais et de la
          décision. L’éditeur répond du fonctionnement du site.
        </p>
        <Licences sourceUrl={sourceUrl} />
        <h2>Réutiliser les textes</h2>
        <p>
          Les textes de ce site sont des informations publiques. Vous pouvez les réutiliser en
          indiquant leur source et leur date (articles L321-1 et suivants du code des relations
          entre le public et l’administration).
        </p>
        <h2>Signaler une erreur</h2>
        <p>
          Une information fausse ou dépassée&#8239;? Écrivez à <MailLink address={CONTACT_EMAIL} />{" "}
          en donnant l’adresse de la page.
        </p>
      </Prose>
    </Page>
  );
}
