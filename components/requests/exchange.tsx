import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { isDownloadable, type StoredFile } from "@/lib/files/model";
import { formatDayTime } from "@/lib/format/date";
import { formatFileKind } from "@/lib/format/file";
import type { Entry } from "@/lib/requests/model";

type Side = "resident" | "agent";

type Props = {
  entries: readonly Entry[];
  /** Whose screen it is: their own words are on the right, signed « Vous ». */
  side: Side;
  unitName: string;
  applicantName: string | null;
};

const sideOf = ({ authorKind }: Entry): Side => (authorKind === "agent" ? "agent" : "resident");

function JoinedFiles({ files }: { files: readonly StoredFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="mt-2">
      {files.map((file) => (
        <li key={file.id} className="flex items-center gap-2">
          <Icon name="paperclip" size={4} />
          {isDownloadable(file) ? (
            <a
              href={`/fichiers/${file.id}/${encodeURIComponent(file.name)}`}
              className="inline-flex min-h-11 items-center font-bold break-all"
            >
              {file.name}
            </a>
          ) : (
            <span className="break-all">{file.name}</span>
          )}
          <span className="text-note text-ink-soft">
            {isDownloadable(file) ? formatFileKind(file.mediaType, file.size) : "en vérification"}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Written in the resident’s name: by whom is said to everybody. */
function residentName({ authorName }: Entry, applicantName: string | null, isMine: boolean) {
  const own = applicantName ?? "L’usager";
  if (authorName?.endsWith(`, pour ${own}`)) return authorName;
  return isMine ? "Vous" : own;
}

function Words({ entry, props }: { entry: Entry; props: Props }) {
  const { side, unitName, applicantName } = props;
  const from = sideOf(entry);
  const isMine = from === side && side === "resident";
  const who = from === "resident" ? residentName(entry, applicantName, isMine) : entry.authorName;
  return (
    <li className={from === side ? "sm:ml-12" : "sm:mr-12"}>
      <article
        className={cx(
          "rounded-lg p-4 sm:p-5",
          from === side ? "bg-brand-soft" : "border border-line bg-surface",
        )}
      >
        <h3 className="text-h4">
          {who ?? `Service ${unitName}`}
          {who && from === "agent" && (
            <span className="font-normal text-ink-soft">, service {unitName}</span>
          )}
        </h3>
        <p className="text-note text-ink-soft">
          {formatDayTime(entry.at)}
          {entry.kind === "question" && ", complément demandé"}
          {entry.kind === "answer" && ", réponse au complément"}
        </p>
        <p className="mt-2 break-words whitespace-pre-line">{entry.body}</p>
        <JoinedFiles files={entry.files} />
      </article>
    </li>
  );
}

/** Both ways, oldest first: the form to write comes below. */
export function Exchange(props: Props) {
  if (props.entries.length === 0) return null;
  return (
    <ul className="mt-4 space-y-4">
      {props.entries.map((entry) => (
        <Words key={entry.id} entry={entry} props={props} />
      ))}
    </ul>
  );
}
