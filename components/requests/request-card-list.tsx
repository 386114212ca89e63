"use client";

import { CardLink } from "@/components/ui/card";
import { ProviderLine } from "@/components/ui/provider-line";
import type { OrganisationKind } from "@/lib/organisations/model";
import type { Status } from "@/lib/requests/model";
import { StatusBadge } from "./status-badge";

/** What a card shows, in words already. */
export type RequestCardProps = {
  reference: string;
  status: Status;
  title: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  when: string;
};

/** Above the link that the whole card is. */
function DiscardLink({ reference, title }: { reference: string; title: string }) {
  return (
    <a
      href={`/mes-demandes/${reference}/supprimer`}
      className="relative z-10 -mb-3 flex min-h-11 w-fit items-center"
    >
      Supprimer ce brouillon<span className="sr-only">{`\u00a0: ${title}`}</span>
    </a>
  );
}

function RequestCard(props: RequestCardProps) {
  const { reference, title, status, organisationName, organisationKind, when } = props;
  return (
    <CardLink
      href={`/mes-demandes/${reference}`}
      title={title}
      above={
        <div className="flex flex-wrap items-center justify-between gap-2">
          <ProviderLine name={organisationName} kind={organisationKind} />
          <StatusBadge status={status} />
        </div>
      }
      below={
        <>
          {when} <span className="whitespace-nowrap">N° {reference}</span>
          {status === "draft" && <DiscardLink reference={reference} title={title} />}
        </>
      }
    />
  );
}

/** A client component so that the page's payload names each request once, not every element of its card. */
export function RequestCardList({ cards }: { cards: readonly RequestCardProps[] }) {
  return (
    <ul className="mt-4 grid gap-4">
      {cards.map((card) => (
        <RequestCard key={card.reference} {...card} />
      ))}
    </ul>
  );
}
