import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/page";
import { ConsentCard, PastConsents, type ShownConsent } from "./consent-card";

type Props = {
  consents: readonly ShownConsent[];
  withdraw: (form: FormData) => Promise<void>;
};

/** What is agreed now; what was, one press away. */
export function MyConsents({ consents, withdraw }: Props) {
  const active = consents.filter(({ status }) => status === "active");
  const past = consents.filter(({ status }) => status !== "active");
  return (
    <Section id="accords" title={`Mes accords (${active.length})`}>
      {active.length === 0 && (
        <EmptyState title="Aucun service ne lit vos données">
          Un service raccordé vous demande toujours votre accord avant de lire quoi que ce soit.
        </EmptyState>
      )}
      <ul className="mt-5 space-y-5">
        {active.map((consent) => (
          <ConsentCard key={consent.id} consent={consent} withdraw={withdraw} />
        ))}
      </ul>
      {past.length > 0 && (
        <div className="mt-4">
          <Details summary={`Voir les accords retirés ou terminés (${past.length})`}>
            <PastConsents consents={past} />
          </Details>
        </div>
      )}
    </Section>
  );
}
