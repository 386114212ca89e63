import { Drawing } from "@/components/forms/drawing";
import { Tag } from "@/components/ui/badge";
import { Icon, type IconName } from "@/components/ui/icon";
import { isDownloadable, type StoredFile } from "@/lib/files/model";
import { formatFileKind } from "@/lib/format/file";
import type { Origin } from "@/lib/requests/model";

export type AnswerRow = {
  name: string;
  label: string;
  lines: readonly string[];
  fileIds: readonly string[];
  origin: Origin;
  /** Opened by hand. */
  isSensitive: boolean;
  drawing?: string;
};

type Section = { stepId: string; title: string; rows: readonly AnswerRow[] };

const ORIGINS: Record<Origin, readonly [IconName, string]> = {
  typed: ["pen-line", "Saisi"],
  account: ["user-round", "Compte"],
  certified: ["shield-check", "Certifié"],
  vault: ["folder-lock", "Coffre-fort"],
  link: ["external-link", "Lien suivi"],
  former: ["rotate-ccw-clock", "Demande précédente"],
};

export function OriginTag({ origin }: { origin: Origin }) {
  const [icon, label] = ORIGINS[origin];
  return (
    <Tag icon={icon} tone={origin === "certified" ? "good" : "soft"}>
      {label}
    </Tag>
  );
}

function Missing() {
  return (
    <dd className="flex items-center gap-1.5 font-bold text-warn">
      <Icon name="circle-exclamation-point" size={4} />
      Non renseigné
    </dd>
  );
}

type ValueProps = { row: AnswerRow; files: readonly StoredFile[] };

function Content({ row, files }: ValueProps) {
  const joined = files.filter(({ id }) => row.fileIds.includes(id));
  return (
    <div className="min-w-0 font-bold break-words">
      {row.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {row.drawing && <Drawing path={row.drawing} />}
      {joined.map((file) => (
        <p key={file.id}>
          {isDownloadable(file) ? (
            <a href={`/fichiers/${file.id}/${encodeURIComponent(file.name)}`} className="break-all">
              {file.name}
            </a>
          ) : (
            file.name
          )}{" "}
          <span className="text-note font-normal text-ink-soft">
            {isDownloadable(file) ? formatFileKind(file.mediaType, file.size) : "en vérification"}
          </span>
        </p>
      ))}
    </div>
  );
}

/** Health, offences, social situation: on screen only while somebody needs to read it. */
const Sensitive = (props: ValueProps) => (
  <details>
    <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 text-brand underline">
      <Icon name="eye" size={4} />
      Afficher
      <span className="sr-only">{` la réponse sensible, ${props.row.label}`}</span>
    </summary>
    <Content {...props} />
  </details>
);

function Value(props: ValueProps) {
  const { row } = props;
  if (row.lines.length + row.fileIds.length === 0) return <Missing />;
  return (
    <dd className="min-w-0">
      {row.isSensitive ? <Sensitive {...props} /> : <Content {...props} />}
    </dd>
  );
}

type Props = { sections: readonly Section[]; files: readonly StoredFile[] };

/** Question, answer, and where the answer comes from. */
export function Answers({ sections, files }: Props) {
  return (
    <section className="rounded-md border border-line bg-surface p-4 sm:p-5">
      <h2 className="text-h3">Réponses</h2>
      {sections.map(({ stepId, title, rows }) => (
        <div key={stepId}>
          <h3 className="mt-4 text-h4">{title}</h3>
          <dl className="divide-y divide-line">
            {rows.map((row) => (
              <div
                key={row.name}
                className="grid gap-x-4 gap-y-0.5 py-2.5 sm:grid-cols-[10rem_1fr_auto]"
              >
                <dt className="text-ink-soft">{row.label}</dt>
                <Value row={row} files={files} />
                {row.lines.length + row.fileIds.length > 0 && (
                  <dd>
                    <OriginTag origin={row.origin} />
                  </dd>
                )}
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
