import { PhoneLink } from "@/components/support/contact";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";

type Props = { phone: string; wayOut: { href: string; label: string } };

/** What does not exist and what is not yours look the same. */
export function Missing({ phone, wayOut }: Props) {
  return (
    <Page>
      <PageTitle lead="Elle n’existe pas, elle a changé d’adresse, ou elle n’est pas à vous.">
        Page introuvable
      </PageTitle>
      <ul className="mt-6 list-disc space-y-2 pl-6">
        <li>Si vous avez tapé l’adresse, vérifiez-la.</li>
        <li>Si vous suiviez un lien vers une demande, connectez-vous d’abord.</li>
        <li>
          Sinon, appelez le <PhoneLink phone={phone} />
          {"\u00a0: une personne vous aidera."}
        </li>
      </ul>
      <p className="mt-8">
        <ButtonLink href={wayOut.href}>{wayOut.label}</ButtonLink>
      </p>
    </Page>
  );
}
