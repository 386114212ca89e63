import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Section } from "@/components/ui/page";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { plural } from "@/lib/format/number";

type Props = {
  /** How many are open, this one too. */
  sessions: number;
  signOut: (form: FormData) => Promise<void>;
};

/** Where the account is open, what happened to it lately, and the way out. */
export function SafetyPanel({ sessions, signOut }: Props) {
  const see = (href: string, what: string) => ({ href, label: "Voir", what });
  return (
    <Section title="Ma sécurité">
      <SummaryList className="mt-4">
        <SummaryRow term="Appareils" action={see("/compte/appareils", "mes appareils")}>
          {plural(sessions, "appareil connecté", "appareils connectés")}
        </SummaryRow>
        <SummaryRow term="Journal" action={see("/compte/securite", "le journal de sécurité")}>
          Connexions, changements et accords
        </SummaryRow>
      </SummaryList>
      <form action={signOut} className="mt-6">
        <Csrf />
        <Button look="outline" icon="log-out">
          Se déconnecter
        </Button>
        <p className="mt-2 text-note text-ink-soft">
          De tous les services ouverts avec ce compte dans ce navigateur.
        </p>
      </form>
    </Section>
  );
}
