"use client";

import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/page";
import type { ProcedureContent } from "@/lib/procedures/model";

export function Papers({ papers }: { papers: ProcedureContent["papers"] }) {
  if (papers.length === 0) return null;
  return (
    <Section title="Les pièces à préparer">
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {papers.map(({ title, note }) => (
          <li key={title} className="flex gap-3 py-4">
            <span className={note ? "text-ink-soft" : "text-brand"}>
              <Icon name={note ? "circle-dashed" : "file-text"} size={6} />
            </span>
            <div className="min-w-0">
              <p className="font-bold">{title}</p>
              {note && <p className="text-ink-soft">{note}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function NextSteps({ steps }: { steps: readonly string[] }) {
  return (
    <Section title={`Et ensuite\u202f?`}>
      <ol className="mt-4 space-y-3">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-4">
            <strong className="w-6 shrink-0 text-brand">{index + 1}</strong>
            <span>{step}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

type RightsProps = { remedies: string; retention: string; provider: string };

export function Rights({ remedies, retention, provider }: RightsProps) {
  return (
    <Section title="Vos droits">
      <p className="mt-3">{remedies}</p>
      <p className="mt-3">
        Vos réponses sont lues par la {provider}, et par elle seule. {retention}{" "}
        <a href="/donnees-personnelles">En savoir plus sur vos données</a>
      </p>
    </Section>
  );
}
