import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDayTime } from "@/lib/format/date";

type Mail = { id: string; to: string; subject: string; body: string; at: Date };

const LINK = /(https?:\/\/\S+)/;

/** Links of a mail can be followed, as in a mailbox. */
const withLinks = (body: string) =>
  body.split(LINK).map((part, index) =>
    index % 2 === 1 ? (
      <a key={part} href={part} className="break-all">
        {part}
      </a>
    ) : (
      part
    ),
  );

export function TestMailList({ mails }: { mails: readonly Mail[] }) {
  if (mails.length === 0)
    return (
      <div className="mt-6">
        <EmptyState title="Aucun courriel pour l’instant">
          <p>Connectez-vous avec un compte d’essai sur un nouvel appareil, par exemple.</p>
        </EmptyState>
      </div>
    );
  return (
    <div className="mt-6 border-t border-line">
      {mails.map(({ id, to, subject, body, at }, rank) => (
        <Details
          key={id}
          open={rank === 0}
          summary={
            <span className="min-w-0">
              {subject}
              <span className="block text-note font-normal break-all text-ink-soft">
                {to}, {formatDayTime(at)}
              </span>
            </span>
          }
        >
          <div className="whitespace-pre-wrap">{withLinks(body)}</div>
        </Details>
      ))}
    </div>
  );
}
