import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";

type Props = { href: string; label: string };

/** A link or a page that has served, or waited too long. */
export function StaleLink({ href, label }: Props) {
  return (
    <Page>
      <PageTitle lead="Il a déjà servi, ou il attendait depuis trop longtemps.">
        Ce lien n’est plus valable
      </PageTitle>
      <p className="mt-8">
        <ButtonLink href={href}>{label}</ButtonLink>
      </p>
    </Page>
  );
}
