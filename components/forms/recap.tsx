import { Aside } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { isDownloadable, type StoredFile } from "@/lib/files/model";
import { formatFileKind } from "@/lib/format/file";
import { lowerFirst } from "@/lib/format/text";
import type { SummaryRow as Row, SummarySection } from "@/lib/forms/model";
import type { FieldErrors } from "@/lib/result";
import { Drawing } from "./drawing";
import { OriginTag } from "./origin-tag";

type Files = ReadonlyMap<string, StoredFile>;

function FileLine({ file }: { file: StoredFile }) {
  const kind = ` (${formatFileKind(file.mediaType, file.size)})`;
  if (!isDownloadable(file)) return <p>{`${file.name}${kind}, vérification en cours`}</p>;
  return (
    <p>
      <a href={`/fichiers/${file.id}/${encodeURIComponent(file.name)}`}>{file.name}</a>
      {kind}
    </p>
  );
}

/** What was answered to one question, and where it comes from. */
export function Answer({ row, files }: { row: Row; files: Files }) {
  const received = row.fileIds.flatMap((id) => files.get(id) ?? []);
  const isBlank = row.lines.length + received.length === 0;
  if (isBlank) return <p className="text-ink-soft">Non renseigné</p>;
  return (
    <>
      {row.lines.length > 0 && <p className="whitespace-pre-line">{row.lines.join("\n")}</p>}
      {row.drawing && <Drawing path={row.drawing} />}
      {received.map((file) => (
        <FileLine key={file.id} file={file} />
      ))}
      <p className="mt-0.5">
        <OriginTag origin={row.origin} isFile={received.length > 0} />
      </p>
    </>
  );
}

type RecapProps = { draft: string; sections: readonly SummarySection[]; files: Files };

/** Every answer, step by step, each with the way to change it. */
export function Recap({ draft, sections, files }: RecapProps) {
  return sections.map(({ stepId, title, rows }) => (
    <section key={stepId} className="mt-10">
      <h2 className="text-h2">{title}</h2>
      <SummaryList className="mt-3">
        {rows.map((row) => (
          <SummaryRow
            key={row.name}
            term={row.label}
            aligned
            action={
              row.origin === "certified"
                ? undefined
                : {
                    href: `${draft}/${stepId}?verifier=1#${row.name}`,
                    what: lowerFirst(row.label),
                  }
            }
          >
            <Answer row={row} files={files} />
          </SummaryRow>
        ))}
      </SummaryList>
    </section>
  ));
}

type Missing = { stepId: string; errors: FieldErrors };

/** What stands between the draft and its sending; each line leads where it can be mended. */
export function MissingAnswers({ draft, missing }: { draft: string; missing: readonly Missing[] }) {
  if (missing.length === 0) return null;
  return (
    <Notice tone="warn" title="Il manque des réponses" className="mt-8">
      <ul>
        {missing.flatMap(({ stepId, errors }) =>
          Object.entries(errors).map(([name, sentence]) => (
            <li key={name}>
              <a
                href={`${draft}/${stepId}?verifier=1&erreurs=1#${name}`}
                className="inline-flex min-h-11 items-center"
              >
                {sentence}
              </a>
            </li>
          )),
        )}
      </ul>
    </Notice>
  );
}

type ReadersProps = { unitName: string; organisationName: string; retention: string };

export function Readers({ unitName, organisationName, retention }: ReadersProps) {
  return (
    <div className="mt-10">
      <Aside>
        <h2 className="text-h3">{"Qui lira votre demande\u202f?"}</h2>
        <p className="mt-2">
          {`Le service ${unitName} (${organisationName}), et lui seul. ${retention}`}
        </p>
        <p>
          <a href="/donnees-personnelles" className="inline-flex min-h-11 items-center">
            Vos droits sur ces données
          </a>
        </p>
      </Aside>
    </div>
  );
}
