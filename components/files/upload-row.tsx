"use client";
import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { FileRow } from "@/components/ui/file-row";
import { Progress } from "@/components/ui/progress";
import { fileHref, isDownloadable, SCAN_LABELS, type StoredFile } from "@/lib/files/model";
import { formatFileKind } from "@/lib/format/file";
import { formatBytes, formatPercent } from "@/lib/format/number";
import type { Item } from "./upload-state";

type Act = { label: string; what: string; run: () => void };

function RowButton({ label, what, run }: Act) {
  return (
    <Button type="button" look="link" onClick={run}>
      {label}
      <span className="sr-only"> {what}</span>
    </Button>
  );
}

const STATES = {
  clean: "ready",
  unscanned: "ready",
  pending: "checking",
  infected: "refused",
} as const;

/** Taken back at once; without JavaScript, the form is posted to do it. */
function Stored({
  file,
  name,
  onRemove,
}: {
  file: StoredFile;
  name: string;
  onRemove: () => void;
}) {
  const isKept = file.scan !== "infected";
  const remove = (event: MouseEvent) => {
    event.preventDefault();
    onRemove();
  };
  return (
    <FileRow
      state={STATES[file.scan]}
      name={file.name}
      href={isDownloadable(file) ? fileHref(file) : undefined}
      note={`${isKept ? `${formatFileKind(file.mediaType, file.size)}. ` : ""}${SCAN_LABELS[file.scan]}`}
      action={
        <Button look="link" name="_remove" value={`${name}:${file.id}`} onClick={remove}>
          Retirer<span className="sr-only"> {file.name}</span>
        </Button>
      }
    >
      {isKept && <input type="hidden" name={name} value={file.id} />}
    </FileRow>
  );
}

type Props = {
  item: Item;
  /** Of the control that carries the ids. */
  name: string;
  onRemove: () => void;
  onRetry: (source: File) => void;
};

export function UploadRow({ item, name, onRemove, onRetry }: Props) {
  const remove = <RowButton label="Retirer" what={item.name} run={onRemove} />;
  switch (item.state) {
    case "stored":
      return <Stored file={item.file} name={name} onRemove={onRemove} />;
    case "sending": {
      const share = item.size === 0 ? 1 : item.sent / item.size;
      const id = `${item.key}-note`;
      const progress = `Envoi en cours\u00a0: ${formatPercent(Math.floor(share * 100) / 100)} de ${formatBytes(item.size)}`;
      const waiting = "Connexion coupée. L’envoi reprendra tout seul.";
      return (
        <FileRow
          state="sending"
          name={item.name}
          noteId={id}
          note={item.isWaiting ? waiting : progress}
          action={<RowButton label="Annuler" what={`l’envoi de ${item.name}`} run={onRemove} />}
        >
          <div className="mt-2">
            <Progress value={Math.floor(share * 100)} labelledBy={id} />
          </div>
        </FileRow>
      );
    }
    case "unfinished":
      return (
        <FileRow
          state="sending"
          name={item.name}
          note="Envoi interrompu. Choisissez de nouveau ce fichier&nbsp;: il reprendra où il en était."
          action={remove}
        />
      );
    case "refused": {
      const { source } = item;
      return (
        <FileRow
          state="refused"
          name={item.name}
          note={item.sentence}
          action={
            <div className="flex flex-wrap justify-end gap-x-4">
              {source && (
                <RowButton
                  label="Réessayer"
                  what={`d’envoyer ${item.name}`}
                  run={() => onRetry(source)}
                />
              )}
              {remove}
            </div>
          }
        />
      );
    }
  }
}
