import { Button } from "@/components/ui/button";
import { FieldError, OptionalMark } from "@/components/ui/field";
import { FileList, FileRow, type FileState } from "@/components/ui/file-row";
import { acceptAttribute, isDownloadable, type StoredFile } from "@/lib/files/model";
import { formatFileKind, formatFileLimits } from "@/lib/format/file";
import type { FieldOf } from "@/lib/forms/schemas";
import { allTypedIn, type StepView } from "./view";

type Props = { field: FieldOf<"file">; name: string; view: StepView };

const STATES: Record<StoredFile["scan"], readonly [FileState, string]> = {
  clean: ["ready", "Reçu et vérifié."],
  unscanned: ["ready", "Reçu."],
  pending: ["checking", "Reçu, vérification en cours."],
  infected: ["refused", "Ce fichier contient un virus. Retirez-le, puis envoyez-en un autre."],
};

function ReceivedFile({ file, name }: { file: StoredFile; name: string }) {
  const [state, sentence] = STATES[file.scan];
  return (
    <FileRow
      state={state}
      name={file.name}
      href={
        isDownloadable(file) ? `/fichiers/${file.id}/${encodeURIComponent(file.name)}` : undefined
      }
      note={`${formatFileKind(file.mediaType, file.size)}. ${sentence}`}
      action={
        <Button look="link" name="_remove" value={`${name}:${file.id}`}>
          Retirer<span className="sr-only"> {file.name}</span>
        </Button>
      }
    >
      <input type="hidden" name={name} value={file.id} />
    </FileRow>
  );
}

/** What is already received, and a plain control for what is still to send. */
export function FileField({ field, name, view }: Props) {
  const received = allTypedIn(view, name).flatMap((id) => view.files.get(id) ?? []);
  const error = view.errors[name];
  const described = `${name}-aide${error ? ` ${name}-err` : ""}`;
  const left = field.maxCount - received.length;
  return (
    <fieldset aria-describedby={`${name}-aide`}>
      <legend className="text-h3 font-bold">
        {field.label} {!field.required && <OptionalMark />}
      </legend>
      <p id={`${name}-aide`} className="mt-1 mb-3 text-ink-soft">
        {field.hint && `${field.hint} `}
        {formatFileLimits(field.accept, field.maxBytes)}
        {field.maxCount > 1 && ` ${field.maxCount} fichiers au plus.`}
      </p>
      {error && <FieldError id={name}>{error}</FieldError>}
      {left > 0 && (
        <label
          htmlFor={name}
          className="block rounded-lg border-2 border-dashed border-edge bg-surface p-5"
        >
          <span className="mb-3 block">
            {left > 1 ? "Choisissez vos fichiers" : "Choisissez un fichier"}
          </span>
          <input
            id={name}
            type="file"
            name={`${name}.file`}
            accept={acceptAttribute(field.accept)}
            multiple={left > 1}
            aria-invalid={error ? true : undefined}
            aria-describedby={described}
            className="block w-full min-h-11"
          />
        </label>
      )}
      {received.length > 0 && (
        <FileList className="mt-4">
          {received.map((file) => (
            <ReceivedFile key={file.id} file={file} name={name} />
          ))}
        </FileList>
      )}
    </fieldset>
  );
}
