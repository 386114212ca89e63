import type { Metadata } from "next";
import { HostFrame } from "@/components/layout/frames";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";
import { getFrame } from "@/lib/auth/frame";
import { formatPhone, phoneHref } from "@/lib/format/phone";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Page introuvable" };

export default async function NotFound() {
  const frame = await getFrame();
  const { HELP_PHONE } = site();
  const isConnect = frame.host === "connect";
  return (
    <HostFrame frame={frame}>
      <Page>
        <PageTitle lead="Elle n’existe pas, elle a changé d’adresse, ou elle n’est pas à vous.">
          Page introuvable
        </PageTitle>
        <ul className="mt-6 list-disc space-y-2 pl-6">
          <li>Si vous avez tapé l’adresse, vérifiez-la.</li>
          <li>Si vous suiviez un lien vers une de vos demandes, connectez-vous d’abord.</li>
          <li>
            Sinon, appelez le{" "}
            <a href={phoneHref(HELP_PHONE)} className="whitespace-nowrap">
              {formatPhone(HELP_PHONE)}
            </a>
            {"\u00a0: une personne vous aidera."}
          </li>
        </ul>
        <p className="mt-8">
          <ButtonLink href={isConnect ? "/compte" : "/demarches"}>
            {isConnect ? "Aller à mon compte" : "Chercher une démarche"}
          </ButtonLink>
        </p>
      </Page>
    </HostFrame>
  );
}
