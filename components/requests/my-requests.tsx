import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/page";
import { type ListedRequest, RequestCards } from "./request-cards";

type Some = readonly ListedRequest[];

/** What is to be finished first, then what runs, then what is over. */
export function MyRequests(props: { drafts?: Some; open?: Some; closed: Some }) {
  const { drafts = [], open = [], closed } = props;
  const groups = [
    ["À terminer", drafts],
    ["En cours", open],
    ["Terminées", closed],
  ] as const;
  return groups.map(
    ([title, requests]) =>
      requests.length > 0 && (
        <Section key={title} title={title}>
          <RequestCards requests={requests} />
        </Section>
      ),
  );
}

export const NothingYet = () => (
  <div className="mt-8">
    <EmptyState
      title="Aucune demande pour l’instant"
      action={<ButtonLink href="/demarches">Choisir une démarche</ButtonLink>}
    >
      <p>Vos brouillons, vos demandes en cours et les réponses reçues seront ici.</p>
    </EmptyState>
  </div>
);
