import { FileList, FileRow } from "@/components/ui/file-row";
import { fileHref, isDownloadable, type StoredFile } from "@/lib/files/model";
import { formatFileKind } from "@/lib/format/file";

const NOTES = {
  clean: "Vérifié par l’antivirus.",
  unscanned: "",
  pending: "Vérification en cours\u00a0: il s’ouvrira dans quelques minutes.",
  infected: "Ce fichier contenait un virus\u00a0: il a été supprimé.",
} as const;

const STATES = {
  clean: "stored",
  unscanned: "stored",
  pending: "checking",
  infected: "refused",
} as const;

/** Files that were sent, each with its type and weight in its link. */
export function StoredFiles({ files }: { files: readonly StoredFile[] }) {
  if (files.length === 0) return null;
  return (
    <FileList>
      {files.map((file) => (
        <FileRow
          key={file.id}
          state={STATES[file.scan]}
          name={`${file.name} (${formatFileKind(file.mediaType, file.size)})`}
          href={isDownloadable(file) ? fileHref(file) : undefined}
          note={NOTES[file.scan]}
        />
      ))}
    </FileList>
  );
}
