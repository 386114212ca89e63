import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";
import { type AgentRole, ROLE_LABELS } from "@/lib/organisations/model";

const LIST = new Intl.ListFormat("fr-FR");

const GOVERNS: readonly AgentRole[] = ["administrator", "dpo"];

/** For whoever treats no request: why there is no queue here, and where their own pages are. */
export function NoUnit({ roles }: { roles: readonly AgentRole[] }) {
  const own = GOVERNS.filter((role) => roles.includes(role));
  const names = LIST.format(own.map((role) => ROLE_LABELS[role].toLowerCase()));
  return (
    <Page>
      <PageTitle>Vous ne traitez pas de demandes</PageTitle>
      {own.length > 0 ? (
        <>
          <p className="mt-4">
            Votre rôle, {names}, ne donne pas à lire les demandes des usagers. Vos pages sont dans
            l’administration.
          </p>
          <p className="mt-6">
            <ButtonLink href="/administration">Aller à l’administration</ButtonLink>
          </p>
        </>
      ) : (
        <p className="mt-4">
          Aucun service ne vous est confié. Demandez à l’administrateur de votre collectivité de
          vous en confier un{"\u00a0"}: ses demandes arriveront ici.
        </p>
      )}
    </Page>
  );
}
