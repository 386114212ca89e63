import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/page";
import { plural } from "@/lib/format/number";
import { CATEGORIES, CATEGORY_LABELS, type Category } from "@/lib/procedures/model";
import { type Procedure, ProcedureCards } from "./procedure-card";

type Listed = Procedure & { category: Category };
type Props = { procedures: readonly Listed[]; q: string; isFiltered: boolean };

function NothingFound({ q, isFiltered }: Pick<Props, "q" | "isFiltered">) {
  const question = `/demarches/demande-information?${new URLSearchParams({ "prefill.sujet": q })}`;
  return (
    <EmptyState
      title={q ? `Aucune démarche pour « ${q} »` : "Aucune démarche avec ces choix"}
      action={
        <ButtonLink href={q ? question : "/demarches"} look="outline">
          {q ? "Poser la question à un agent" : "Voir toutes les démarches"}
        </ButtonLink>
      }
    >
      <p>Essayez un mot plus courant, comme « école », « poubelle » ou « déménagement ».</p>
      {isFiltered && (
        <p className="mt-2">
          Ou <a href={`/demarches?${new URLSearchParams({ q })}`}>cherchez dans tous les thèmes</a>.
        </p>
      )}
    </EmptyState>
  );
}

function ByCategory({ procedures }: { procedures: readonly Listed[] }) {
  return CATEGORIES.map((category) => {
    const some = procedures.filter((procedure) => procedure.category === category);
    return (
      some.length > 0 && (
        <Section key={category} id={category} title={CATEGORY_LABELS[category]}>
          <ProcedureCards procedures={some} />
        </Section>
      )
    );
  });
}

/** By theme when nothing is asked, best answers first when something is. */
export function CatalogueResults({ procedures, q, isFiltered }: Props) {
  if (procedures.length === 0)
    return (
      <div className="mt-10">
        <NothingFound q={q} isFiltered={isFiltered} />
      </div>
    );
  if (q === "" && !isFiltered) return <ByCategory procedures={procedures} />;
  return (
    <Section title={plural(procedures.length, "démarche")}>
      <ProcedureCards procedures={procedures} />
    </Section>
  );
}
