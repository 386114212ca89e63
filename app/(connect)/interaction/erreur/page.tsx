import type { Metadata } from "next";
import { Page, PageTitle } from "@/components/ui/page";

export const metadata: Metadata = { title: "Connexion impossible" };

/** By error code of the protocol; the service, not the person, can mend most of them. */
const REASONS: Record<string, string> = {
  invalid_client: "Le service d’où vous venez n’est pas, ou n’est plus, raccordé à ce compte.",
  invalid_redirect_uri:
    "Le service d’où vous venez demande à revenir à une adresse qu’il n’a pas déclarée.",
  invalid_request: "La demande du service est incomplète, ou elle a déjà servi.",
  session_not_found: "Cette connexion a déjà servi, ou elle est restée ouverte trop longtemps.",
};

/** What oidc-provider cannot send back to the service. */
export default async function ErrorPage({ searchParams }: PageProps<"/interaction/erreur">) {
  const { code } = await searchParams;
  const known = typeof code === "string" && /^[a-z_]{1,60}$/.test(code) ? code : "server_error";
  return (
    <Page>
      <PageTitle lead={REASONS[known] ?? "Une erreur est survenue de notre côté."}>
        La connexion n’a pas abouti
      </PageTitle>
      <p className="mt-6">
        Revenez au service où vous vouliez aller, et choisissez de nouveau « Se connecter ». Rien
        n’a été partagé. Si cela se répète, signalez-le à ce service.
      </p>
      <p className="mt-4 text-note text-ink-soft">Code technique : {known}</p>
    </Page>
  );
}
