import { CardLink } from "@/components/ui/card";
import { ProviderLine } from "@/components/ui/provider-line";
import { formatDay } from "@/lib/format/date";
import type { OrganisationKind } from "@/lib/organisations/model";
import type { Status } from "@/lib/requests/model";
import { StatusBadge } from "./status-badge";

export type ListedRequest = {
  reference: string;
  status: Status;
  title: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  submittedAt: Date | null;
  updatedAt: Date;
  closedAt: Date | null;
  draftExpiresAt: Date | null;
  dueAt: Date | null;
};

/** The one date that matters now: when to answer by, when a draft goes, when it ended. */
function dateOf({
  status,
  dueAt,
  draftExpiresAt,
  closedAt,
  submittedAt,
  updatedAt,
}: ListedRequest) {
  if (status === "draft")
    return `Enregistré le ${formatDay(updatedAt)}.${draftExpiresAt ? ` Gardé jusqu’au ${formatDay(draftExpiresAt)}.` : ""}`;
  if (dueAt) return `Répondez au plus tard le ${formatDay(dueAt)}.`;
  if (closedAt) return `Terminée le ${formatDay(closedAt)}.`;
  return submittedAt ? `Envoyée le ${formatDay(submittedAt)}.` : "";
}

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

export function RequestCard({ request }: { request: ListedRequest }) {
  const { reference, title, status, organisationName, organisationKind } = request;
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
          {dateOf(request)} <span className="whitespace-nowrap">N° {reference}</span>
          {status === "draft" && <DiscardLink reference={reference} title={title} />}
        </>
      }
    />
  );
}

export function RequestCards({ requests }: { requests: readonly ListedRequest[] }) {
  return (
    <ul className="mt-4 grid gap-4">
      {requests.map((request) => (
        <RequestCard key={request.reference} request={request} />
      ))}
    </ul>
  );
}
