import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { ProviderLine } from "@/components/ui/provider-line";
import { MEMBER_LABELS } from "@/lib/partners/model";
import { findOpenInvitation } from "@/lib/partners/queries/members";
import { findPerson } from "@/lib/partners/queries/viewer";
import { takePosted } from "@/lib/posted";
import { joinAction } from "../../actions";

export const metadata = { title: "Invitation" };

function Over() {
  return (
    <Page>
      <PageTitle lead="Elle a déjà servi, elle a été retirée, ou elle date de plus de 7 jours.">
        Cette invitation n’est plus valable
      </PageTitle>
      <p className="mt-6">Demandez-en une nouvelle à la personne qui vous a invité.</p>
    </Page>
  );
}

type Props = PageProps<"/partenaires/invitation/[id]">;

export default async function InvitationPage({ params, searchParams }: Props) {
  const [{ id }, search, person] = await Promise.all([params, searchParams, findPerson()]);
  const key = typeof search.cle === "string" ? search.cle : "";
  const invitation = await findOpenInvitation(id, key);
  if (!invitation) return <Over />;
  const back = encodeURIComponent(`/partenaires/invitation/${id}?cle=${key}`);
  return (
    <Page>
      <ProviderLine name={invitation.organisation} kind="partner" />
      <PageTitle lead={`${invitation.invitedBy} vous invite à raccorder ses services.`}>
        Rejoindre {invitation.organisation}
      </PageTitle>
      <ErrorSummary errors={(await takePosted(search)).errors} />
      <p className="mt-6">
        Votre rôle{"\u00a0"}: {MEMBER_LABELS[invitation.role].toLowerCase()}.
      </p>
      {person ? (
        <form action={joinAction.bind(null, id, key)} className="mt-6">
          <Csrf />
          <p className="mb-4">
            Vous êtes {person.name} ({person.email}).
          </p>
          <Button>Rejoindre l’équipe</Button>
        </form>
      ) : (
        <p className="mt-6">
          <ButtonLink href={`/se-connecter?retour=${back}`}>Se connecter pour accepter</ButtonLink>
        </p>
      )}
    </Page>
  );
}
