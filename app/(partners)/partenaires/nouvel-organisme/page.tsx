import { PartnerForm } from "@/components/partners/partner-form";
import { BackLink } from "@/components/ui/back-link";
import { Page, PageTitle } from "@/components/ui/page";
import { pageTitle } from "@/lib/format/text";
import { requirePerson } from "@/lib/partners/queries/viewer";
import { takePosted } from "@/lib/posted";
import { registerPartnerAction } from "../actions";

type Props = PageProps<"/partenaires/nouvel-organisme">;
const TITLE = "Enregistrer un organisme";

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle(TITLE, "retour" in (await searchParams)),
});

export default async function NewPartnerPage({ searchParams }: Props) {
  const { email } = await requirePerson("/partenaires/nouvel-organisme");
  const posted = await takePosted(await searchParams);
  return (
    <Page>
      <BackLink href="/partenaires">Espace des partenaires</BackLink>
      <PageTitle lead="Celui qui rend le service, et qui en répond.">{TITLE}</PageTitle>
      <PartnerForm posted={posted} email={email} action={registerPartnerAction} />
    </Page>
  );
}
