import { ClientHeading } from "@/components/partners/client-heading";
import { DeliveryList } from "@/components/partners/delivery-list";
import { Page } from "@/components/ui/page";
import { listLogoutDeliveries } from "@/lib/connect/queries/deliveries";
import { isUuid } from "@/lib/format/id";
import { openClient } from "@/lib/partners/queries/viewer";

export const metadata = { title: "Déconnexions" };

type Props = PageProps<"/partenaires/[slug]/services/[client]/deconnexions">;

/** Whether the service hears that somebody signed out (OpenID Connect Back-Channel Logout 1.0). */
export default async function LogoutsPage({ params, searchParams }: Props) {
  const [{ slug, client: id }, { avant }] = await Promise.all([params, searchParams]);
  const { partner, client } = await openClient(slug, id, "/deconnexions");
  const before = typeof avant === "string" && isUuid(avant) ? avant : undefined;
  const { deliveries, next } = await listLogoutDeliveries(id, before);
  return (
    <Page width="wide">
      <ClientHeading
        partner={partner}
        client={client}
        current="/deconnexions"
        title="déconnexions"
      />
      <p className="mt-6 max-w-read">
        À chaque fin de session, nous envoyons un jeton de déconnexion à votre service. Sans réponse
        200 ou 204, nous réessayons huit fois en dix heures. Gardé trois mois, sans rien sur
        personne.
      </p>
      <DeliveryList
        deliveries={deliveries}
        next={next}
        path={`/partenaires/${slug}/services/${id}/deconnexions`}
      />
    </Page>
  );
}
