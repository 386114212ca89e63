import { Section } from "@/components/ui/page";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";

const see = (href: string, what: string) => ({ href, label: "Voir", what });

/** Whom one helps or is helped by, and one’s children. */
export function RelativesPanel() {
  return (
    <Section title="Mes proches">
      <SummaryList className="mt-4">
        <SummaryRow term="Mandats" action={see("/compte/mandats", "mes mandats")}>
          Agir pour quelqu’un, ou être aidé
        </SummaryRow>
        <SummaryRow term="Mon foyer" action={see("/compte/foyer", "mon foyer")}>
          Mes enfants, proposés dans les démarches
        </SummaryRow>
      </SummaryList>
    </Section>
  );
}
