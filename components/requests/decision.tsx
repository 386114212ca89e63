import { Notice, type NoticeTone } from "@/components/ui/notice";
import { formatDay } from "@/lib/format/date";
import type { Status } from "@/lib/requests/model";

type Props = {
  request: {
    status: Status;
    closedAt: Date | null;
    reason: string | null;
    organisationName: string;
    content: { remedies: string };
  };
};

const OUTCOMES: Partial<Record<Status, readonly [NoticeTone, string]>> = {
  accepted: ["good", "Votre demande est acceptée"],
  refused: ["bad", "Votre demande est refusée"],
  closed: ["info", "Votre demande est terminée"],
  cancelled: ["info", "Vous avez annulé cette demande"],
};

/** How it ended, why, and what can be done about it (CRPA L211-2 and R421-5 of the code of justice). */
export function Decision({ request }: Props) {
  const [tone, title] = OUTCOMES[request.status] ?? [];
  if (!tone) return null;
  return (
    <Notice tone={tone} title={title} className="mt-8">
      {request.closedAt && (
        <p>
          {request.organisationName}, le {formatDay(request.closedAt)}.
        </p>
      )}
      {request.reason && <p className="mt-2 break-words whitespace-pre-line">{request.reason}</p>}
      {request.status === "refused" && request.content.remedies && (
        <p className="mt-3">
          <strong>Si vous n’êtes pas d’accord.</strong> {request.content.remedies}
        </p>
      )}
    </Notice>
  );
}
