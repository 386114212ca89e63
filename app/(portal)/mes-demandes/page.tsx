import { RequestCards } from "@/components/requests/request-card";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, PageTitle, Section } from "@/components/ui/page";
import { requireResident } from "@/lib/auth/session";
import { listMine, readClosedCursor } from "@/lib/requests/queries/list-mine";

export const metadata = { title: "Mes demandes" };

export default async function MyRequestsPage({ searchParams }: PageProps<"/mes-demandes">) {
  const { apres, fait } = await searchParams;
  const after = readClosedCursor(apres);
  const ctx = await requireResident("/mes-demandes");
  const { drafts, open, closed, next } = await listMine(ctx, after);
  const isEmpty = drafts.length + open.length + closed.length === 0 && !after;
  return (
    <Page>
      <Done what={fait} />
      <PageTitle>Mes demandes</PageTitle>
      {isEmpty && <NothingYet />}
      {!after && drafts.length > 0 && (
        <Section title="À terminer">
          <RequestCards requests={drafts} />
        </Section>
      )}
      {!after && open.length > 0 && (
        <Section title="En cours">
          <RequestCards requests={open} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section title="Terminées">
          <RequestCards requests={closed} />
        </Section>
      )}
      <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-4">
        {after && (
          <ButtonLink look="outline" href="/mes-demandes">
            Les plus récentes
          </ButtonLink>
        )}
        {next && (
          <ButtonLink look="outline" href={`/mes-demandes?apres=${next}`} iconAfter="chevron-right">
            Les plus anciennes
          </ButtonLink>
        )}
      </nav>
      <p className="mt-12">
        Une demande déposée sans compte{"\u202f"}?{" "}
        <a href="/suivi">La retrouver avec son code de suivi</a>
      </p>
    </Page>
  );
}

const NothingYet = () => (
  <div className="mt-8">
    <EmptyState
      title="Aucune demande pour l’instant"
      action={<ButtonLink href="/demarches">Choisir une démarche</ButtonLink>}
    >
      <p>Vos brouillons, vos demandes en cours et les réponses reçues seront ici.</p>
    </EmptyState>
  </div>
);
