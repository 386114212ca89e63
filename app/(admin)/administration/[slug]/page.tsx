import { ContactForm } from "@/components/administration/contact-form";
import { OrganisationHeading } from "@/components/administration/organisation-heading";
import { Page } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { getAdministered } from "@/lib/organisations/queries/get-administered";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { updateContactAction } from "./actions";

type Props = PageProps<"/administration/[slug]">;

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle("Coordonnées", "retour" in (await searchParams)),
});

export default async function ContactPage({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireAgent(`/administration/${slug}`);
  const organisation = await orNotFound(getAdministered(ctx, slug));
  return (
    <Page>
      <OrganisationHeading
        organisation={organisation}
        current=""
        title="Coordonnées"
        done={search.fait}
      />
      <ContactForm
        organisation={organisation}
        posted={await takePosted(search)}
        action={updateContactAction.bind(null, slug)}
      />
    </Page>
  );
}
