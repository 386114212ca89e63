import { FileList, FileRow } from "@/components/ui/file-row";
import { Section } from "@/components/ui/page";
import { isDownloadable, type StoredFile } from "@/lib/files/model";
import { formatFileKind } from "@/lib/format/file";

type Props = { reference: string; files: readonly StoredFile[] };

const noteOf = (file: StoredFile) => {
  if (file.scan === "infected") return "Ce fichier contenait un virus\u00a0: il a été supprimé.";
  if (!isDownloadable(file)) return "En cours de vérification.";
  return `${formatFileKind(file.mediaType, file.size)}.`;
};

/** The acknowledgement, then everything that was joined, both ways. */
export function Documents({ reference, files }: Props) {
  return (
    <Section title="Documents">
      <FileList className="mt-3">
        <FileRow
          state="stored"
          name="Accusé de réception"
          href={`/mes-demandes/${reference}/accuse-de-reception.pdf`}
          note="PDF."
        />
        {files.map((file) => (
          <FileRow
            key={file.id}
            state={file.scan === "infected" ? "refused" : "stored"}
            name={file.name}
            href={
              isDownloadable(file)
                ? `/fichiers/${file.id}/${encodeURIComponent(file.name)}`
                : undefined
            }
            note={noteOf(file)}
          />
        ))}
      </FileList>
    </Section>
  );
}
