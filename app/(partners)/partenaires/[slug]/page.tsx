import { ClientList } from "@/components/partners/client-list";
import { PartnerHeading } from "@/components/partners/partner-heading";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { listClients } from "@/lib/partners/queries/clients";
import { openPartner } from "@/lib/partners/queries/viewer";

export const metadata = { title: "Services" };

export default async function PartnerPage({
  params,
  searchParams,
}: PageProps<"/partenaires/[slug]">) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const { ctx, partner } = await openPartner(slug);
  const clients = await listClients(ctx, partner.id);
  const create = `/partenaires/${slug}/nouveau-service`;
  return (
    <Page>
      <PartnerHeading partner={partner} current="" title="Services" done={search.fait} />
      {clients.length === 0 ? (
        <div className="mt-8">
          <EmptyState
            title="Aucun service pour l’instant"
            action={<ButtonLink href={create}>Créer un service d’essai</ButtonLink>}
          >
            <p>Un service d’essai est prêt tout de suite, et n’engage à rien.</p>
          </EmptyState>
        </div>
      ) : (
        <>
          <ClientList slug={slug} clients={clients} />
          <p className="mt-6">
            <ButtonLink href={create} look="outline" icon="plus">
              Créer un service d’essai
            </ButtonLink>
          </p>
        </>
      )}
    </Page>
  );
}
