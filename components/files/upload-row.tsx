"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FileRow } from "@/components/ui/file-row";
import { Progress } from "@/components/ui/progress";
import { fileHref, isDownloadable, SCAN_LABELS, type StoredFile } from "@/lib/files/model";
import { formatBytes, formatPercent } from "@/lib/format/number";
import type { Item } from "./upload-state";

type Act = { label: string; what: string; run: () => void };

function RowButton({ label, what, run }: Act) {
  return (
    <Button type="button" look="link" onClick={run} className="noscript:hidden">
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

/** A received file is a ticked box: hidden with JavaScript, where « Retirer » does it. */
function Stored({ file, name, action }: { file: StoredFile; name: string; action: ReactNode }) {
  const isKept = file.scan !== "infected";
  return (
    <FileRow
      state={STATES[file.scan]}
      name={file.name}
      href={isDownloadable(file) ? fileHref(file) : undefined}
      note={`${isKept ? `${formatBytes(file.size)}. ` : ""}${SCAN_LABELS[file.scan]}`}
      action={action}
    >
      {isKept && (
        <label className="hidden min-h-11 items-center gap-2 noscript:flex">
          <input type="checkbox" name={name} value={file.id} defaultChecked className="size-6" />
          Garder ce fichier
        </label>
      )}
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
      return <Stored file={item.file} name={name} action={remove} />;
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
          note="Envoi interrompu. Choisissez de nouveau ce fichier : il reprendra où il en était."
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
