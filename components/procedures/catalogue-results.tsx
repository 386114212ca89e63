import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/page";
import { plural } from "@/lib/format/number";
import { CATEGORIES, CATEGORY_LABELS, type Category } from "@/lib/procedures/model";
import { type Procedure, ProcedureCards } from "./procedure-cards";

type Listed = Procedure & { category: Category };
type Props = {
  procedures: readonly Listed[];
  q: string;
  isFiltered: boolean;
  /** Of the address, kept in the links. */
  commune?: string | undefined;
};

function NothingFound({ q, isFiltered }: Pick<Props, "q" | "isFiltered">) {
  const question = `/demarches/demande-information?${new URLSearchParams({ "prefill.sujet": q })}`;
  return (
    <EmptyState
      title={q ? `Aucune démarche pour «\u00a0${q}\u00a0»` : "Aucune démarche avec ces choix"}
      action={
        <ButtonLink href={q ? question : "/demarches"} look="outline">
          {q ? "Poser la question à un agent" : "Voir toutes les démarches"}
        </ButtonLink>
      }
    >
      <p>
        Essayez un mot plus courant, comme «{"\u00a0"}école{"\u00a0"}», «{"\u00a0"}poubelle
        {"\u00a0"}» ou «{"\u00a0"}déménagement{"\u00a0"}».
      </p>
      {isFiltered && (
        <p className="mt-2">
          Ou <a href={`/demarches?${new URLSearchParams({ q })}`}>cherchez dans tous les thèmes</a>.
        </p>
      )}
    </EmptyState>
  );
}

function ByCategory({ procedures, commune }: Pick<Props, "procedures" | "commune">) {
  return CATEGORIES.map((category) => {
    const some = procedures.filter((procedure) => procedure.category === category);
    return (
      some.length > 0 && (
        <section
          key={category}
          id={category}
          className="mt-10 grid gap-x-8 border-t border-line pt-6 lg:grid-cols-[14rem_1fr]"
        >
          <h2 className="text-h3">{CATEGORY_LABELS[category]}</h2>
          <ProcedureCards procedures={some} commune={commune} isNarrow />
        </section>
      )
    );
  });
}

/** By theme when nothing is asked, best answers first when something is. */
export function CatalogueResults({ procedures, q, isFiltered, commune }: Props) {
  if (procedures.length === 0)
    return (
      <div className="mt-10">
        <NothingFound q={q} isFiltered={isFiltered} />
      </div>
    );
  if (q === "" && !isFiltered) return <ByCategory procedures={procedures} commune={commune} />;
  return (
    <Section title={plural(procedures.length, "démarche")}>
      <ProcedureCards procedures={procedures} commune={commune} withSummary />
    </Section>
  );
}
