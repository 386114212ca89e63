import { notFound } from "next/navigation";
import { ClientForm } from "@/components/partners/client-form";
import { ClientHeading } from "@/components/partners/client-heading";
import { Page } from "@/components/ui/page";
import { pageTitle } from "@/lib/format/text";
import { findTyped } from "@/lib/partners/queries/clients";
import { openClient } from "@/lib/partners/queries/viewer";
import { orStored, takePosted } from "@/lib/posted";
import { updateClientAction } from "../../../../actions";

type Props = PageProps<"/partenaires/[slug]/services/[client]/modifier">;

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle("Modifier le service", "retour" in (await searchParams)),
});

export default async function EditClientPage({ params, searchParams }: Props) {
  const [{ slug, client: id }, search] = await Promise.all([params, searchParams]);
  const { ctx, partner, client } = await openClient(slug, id, "/modifier");
  if (client.environment !== "sandbox") notFound();
  const stored = await findTyped(ctx, client);
  return (
    <Page>
      <ClientHeading partner={partner} client={client} current="" title="modifier" />
      <ClientForm
        posted={orStored(await takePosted(search), stored)}
        action={updateClientAction.bind(null, slug, id)}
        label="Enregistrer le service"
      />
    </Page>
  );
}
