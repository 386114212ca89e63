import { ClientHeading } from "@/components/partners/client-heading";
import { ClientSettingsList } from "@/components/partners/client-settings";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { env } from "@/lib/env";
import { findAsked } from "@/lib/partners/queries/clients";
import { openClient } from "@/lib/partners/queries/viewer";

export const metadata = { title: "Réglages du service" };

type Props = PageProps<"/partenaires/[slug]/services/[client]">;

export default async function ClientPage({ params, searchParams }: Props) {
  const [{ slug, client: id }, search] = await Promise.all([params, searchParams]);
  const { ctx, partner, client } = await openClient(slug, id);
  const { asked } = await findAsked(ctx, id);
  const { CONNECT_URL } = env();
  return (
    <Page>
      <ClientHeading
        partner={partner}
        client={client}
        current=""
        title="réglages"
        done={search.fait}
      />
      <p className="mt-6">
        Tout le reste se lit à l’adresse de découverte,{" "}
        <code className="break-all">{`${new URL(CONNECT_URL).origin}/.well-known/openid-configuration`}</code>
        {"\u00a0: votre bibliothèque la connaît. "}
        <a href={new URL("/kit", CONNECT_URL).href}>Lire le guide</a>
      </p>
      <ClientSettingsList
        id={id}
        issuer={new URL(CONNECT_URL).origin}
        settings={client.settings}
        asked={asked}
      />
      {client.environment === "sandbox" && (
        <p className="mt-6">
          <ButtonLink
            href={`/partenaires/${slug}/services/${id}/modifier`}
            look="outline"
            icon="pencil"
          >
            Modifier les réglages
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}
