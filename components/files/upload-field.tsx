"use client";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { FieldError, OptionalMark } from "@/components/ui/field";
import { FileList } from "@/components/ui/file-row";
import {
  acceptAttribute,
  DEFAULT_ACCEPT,
  DEFAULT_MAX_BYTES,
  type StoredFile,
} from "@/lib/files/model";
import { formatFileLimits } from "@/lib/format/file";
import { DropZone } from "./drop-zone";
import { UploadRow } from "./upload-row";
import { countKept } from "./upload-state";
import { useFormWaits } from "./use-form-waits";
import { useUploads } from "./use-uploads";

type Props = {
  /** Of the controls that carry the ids of received files; `.file` after it, of the plain input. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** The label as a heading, where the step asks few questions. */
  big?: boolean | undefined;
  values?: readonly StoredFile[];
  /** Media types. */
  accept?: readonly string[];
  /** Of each file. */
  maxBytes?: number;
  maxCount?: number;
  /** From `uploadToken` (lib/files/policy). */
  token: string;
};

/** What saves a form as one types hears of files too; and focus never falls off a row that goes. */
function useFollowUp(root: RefObject<HTMLElement | null>, list: string) {
  const known = useRef(list);
  const hasActed = useRef(false);
  useEffect(() => {
    if (known.current === list) return;
    known.current = list;
    root.current?.dispatchEvent(new Event("input", { bubbles: true }));
    if (!hasActed.current || document.activeElement !== document.body) return;
    hasActed.current = false;
    root.current?.querySelector<HTMLElement>("input[type=file], li button")?.focus();
  }, [root, list]);
  return <A extends unknown[]>(act: (...given: A) => void) =>
    (...given: A) => {
      hasActed.current = true;
      act(...given);
    };
}

/** Files of a form: dropped or chosen, sent at once, and again after a cut. A plain input without JavaScript. */
export function UploadField({
  name,
  label,
  hint,
  error,
  optional,
  big,
  values = [],
  accept = DEFAULT_ACCEPT,
  maxBytes = DEFAULT_MAX_BYTES,
  maxCount = 1,
  token,
}: Props) {
  const uploads = useUploads(values, { accept, maxBytes, maxCount, token });
  const { items } = uploads;
  const root = useRef<HTMLFieldSetElement>(null);
  const isHeld = useFormWaits(root, uploads.isSending);
  const acting = useFollowUp(root, items.map(({ key, state }) => `${key} ${state}`).join());
  const title = `${name}-titre`;

  return (
    <fieldset ref={root} className="min-w-0">
      <legend id={title} className={cx("font-bold", big && "text-h3")}>
        {label} {optional && <OptionalMark />}
      </legend>
      <p id={`${name}-aide`} className="mt-1 mb-3 text-ink-soft">
        {hint && <span className="block">{hint}</span>}
        {formatFileLimits(accept, maxBytes)}
        {maxCount > 1 && ` ${maxCount} fichiers au plus.`}
      </p>
      {error && <FieldError id={name}>{error}</FieldError>}
      {countKept(items) < maxCount && (
        <DropZone
          name={name}
          labelledBy={title}
          describedBy={cx(`${name}-aide`, error && `${name}-err`)}
          accept={acceptAttribute(accept)}
          isMany={maxCount > 1}
          isWrong={Boolean(error)}
          onFiles={acting(uploads.add)}
        />
      )}
      {items.length > 0 && (
        <FileList className="mt-4">
          {items.map((item) => (
            <UploadRow
              key={item.key}
              item={item}
              name={name}
              onRemove={acting(() => uploads.remove(item))}
              onRetry={(source) => uploads.retry(item, source)}
            />
          ))}
        </FileList>
      )}
      <p role="status" className={isHeld ? "mt-3 text-ink-soft" : "sr-only"}>
        {isHeld ? "Vos réponses partiront dès que l’envoi sera terminé." : uploads.said}
      </p>
    </fieldset>
  );
}
