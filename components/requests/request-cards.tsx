import { formatDay } from "@/lib/format/date";
import { RequestCardList, type RequestCardProps } from "./request-card-list";

export type ListedRequest = Omit<RequestCardProps, "when"> & {
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

const cardOf = (request: ListedRequest): RequestCardProps => ({
  reference: request.reference,
  status: request.status,
  title: request.title,
  organisationName: request.organisationName,
  organisationKind: request.organisationKind,
  when: dateOf(request),
});

export const RequestCards = ({ requests }: { requests: readonly ListedRequest[] }) => (
  <RequestCardList cards={requests.map(cardOf)} />
);
