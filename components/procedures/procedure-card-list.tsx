"use client";

import { CardLink } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { ProviderLine } from "@/components/ui/provider-line";
import type { OrganisationKind } from "@/lib/organisations/model";

/** What a card shows, in words already. */
export type ProcedureCardProps = {
  href: string;
  title: string;
  provider: { name: string; kind: OrganisationKind };
  summary: string | undefined;
  facts: string;
};

type Props = { cards: readonly ProcedureCardProps[]; isNarrow: boolean };

/** A client component so that the page's payload names each procedure once, not every element of its card. */
export function ProcedureCardList({ cards, isNarrow }: Props) {
  return (
    <ul
      className={cx("grid gap-4 sm:grid-cols-2", isNarrow ? "max-lg:mt-4" : "mt-5 lg:grid-cols-3")}
    >
      {cards.map(({ href, title, provider, summary, facts }) => (
        <CardLink
          key={href}
          href={href}
          title={title}
          above={<ProviderLine {...provider} />}
          below={
            <>
              {summary && <span className="mb-2 block text-body text-ink">{summary}</span>}
              {facts}
            </>
          }
        />
      ))}
    </ul>
  );
}
