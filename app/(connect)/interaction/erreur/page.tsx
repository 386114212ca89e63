import type { Metadata } from "next";
import { Page, PageTitle } from "@/components/ui/page";
import { type ErrorCode, errorPath, isErrorCode } from "@/lib/connect/model/error-codes";

export const metadata: Metadata = { title: "Connexion impossible" };

/** By error code of the protocol; the service, not the person, can mend most of them. */
const REASONS: Partial<Record<ErrorCode, string>> = {
  invalid_client: "Le service d’où vous venez n’est pas, ou n’est plus, raccordé à ce compte.",
  invalid_redirect_uri:
    "Le service d’où vous venez demande à revenir à une adresse qu’il n’a pas déclarée.",
  invalid_request: "La demande du service d’où vous venez est incomplète ou mal écrite.",
  invalid_request_uri:
    "La demande du service d’où vous venez a déjà servi, ou elle a trop attendu.",
  session_not_found: "Cette connexion a déjà servi, ou elle est restée ouverte trop longtemps.",
};

/** What oidc-provider cannot send back to the service. */
export default async function ErrorPage({ searchParams }: PageProps<"/interaction/erreur">) {
  const { code } = await searchParams;
  const known = isErrorCode(code) ? code : "server_error";
  return (
    <Page>
      <PageTitle lead={REASONS[known] ?? "Une erreur est survenue de notre côté."}>
        La connexion n’a pas abouti
      </PageTitle>
      <p className="mt-6">
        Vous n’y êtes pour rien, et rien n’a été partagé. Revenez au service où vous vouliez aller,
        et choisissez de nouveau «&nbsp;Se connecter&nbsp;». Si cela se répète, signalez-le à ce
        service, avec le code ci-dessous.
      </p>
      <p className="mt-4 text-note text-ink-soft">
        Pour qui développe ce service&nbsp;: <a href={errorPath(known)}>{known}</a>
      </p>
    </Page>
  );
}
