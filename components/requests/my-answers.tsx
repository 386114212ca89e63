import { Answer } from "@/components/forms/recap";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/page";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import type { StoredFile } from "@/lib/files/model";
import type { SummarySection } from "@/lib/forms/model";

type Props = { sections: readonly SummarySection[]; files: readonly StoredFile[] };

/** What was sent, to be read again: folded, it is seldom what one comes for. */
export function MyAnswers({ sections, files }: Props) {
  const byId = new Map(files.map((file) => [file.id, file]));
  return (
    <Section title="Mes réponses">
      <div className="mt-3 border-t border-line">
        <Details summary="Relire ce que j’ai envoyé">
          {sections.map(({ stepId, title, rows }) => (
            <section key={stepId} className="pt-3">
              <h3 className="text-h3">{title}</h3>
              <SummaryList className="mt-2">
                {rows.map((row) => (
                  <SummaryRow key={row.name} term={row.label}>
                    <Answer row={row} files={byId} />
                  </SummaryRow>
                ))}
              </SummaryList>
            </section>
          ))}
        </Details>
      </div>
    </Section>
  );
}
