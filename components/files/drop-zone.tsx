"use client";
import { useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { useHydrated } from "@/components/ui/use-hydrated";

type Props = {
  /** Also the id: what an error summary links to. */
  name: string;
  labelledBy: string;
  describedBy: string;
  accept: string;
  isMany: boolean;
  isWrong: boolean;
  onFiles: (files: File[]) => void;
};

const FOCUS_RING =
  "peer-focus-visible:outline-[3px] peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus";

/** Dropping is one more way: everything can be done with the input. */
function useDrop(onFiles: (files: File[]) => void) {
  const zone = useRef<HTMLDivElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const element = zone.current;
    const hear = (event: DragEvent) => {
      event.preventDefault();
      setIsOver(event.type === "dragover");
      const files = event.type === "drop" ? [...(event.dataTransfer?.files ?? [])] : [];
      if (files.length > 0) take.current(files);
    };
    const names = ["dragover", "dragleave", "drop"] as const;
    for (const name of names) element?.addEventListener(name, hear);
    return () => {
      for (const name of names) element?.removeEventListener(name, hear);
    };
  }, []);
  return [zone, isOver] as const;
}

/** Where files are dropped, or chosen. Without JavaScript the plain input alone, one file at a time. */
export function DropZone({
  name,
  labelledBy,
  describedBy,
  accept,
  isMany,
  isWrong,
  onFiles,
}: Props) {
  const [zone, isOver] = useDrop(onFiles);
  const isHydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);

  const take = () => {
    const files = [...(input.current?.files ?? [])];
    if (files.length === 0) return;
    // On their way already: nothing may leave with the form.
    if (input.current) input.current.value = "";
    onFiles(files);
  };
  const takeFirst = useRef(take);
  // Chosen before this page came alive.
  useEffect(() => takeFirst.current(), []);

  return (
    <div
      ref={zone}
      className={cx(
        "rounded-lg border-2 border-dashed p-5",
        isOver ? "border-brand bg-brand-soft" : "border-edge bg-surface",
      )}
    >
      <p className="flex items-center gap-2 noscript:hidden">
        <Icon name="upload" />
        {isMany
          ? "Déposez vos fichiers ici, ou choisissez-les\u00a0:"
          : "Déposez votre fichier ici, ou choisissez-le\u00a0:"}
      </p>
      <input
        ref={input}
        id={name}
        name={`${name}.file`}
        type="file"
        accept={accept}
        multiple={isMany && isHydrated}
        onChange={take}
        aria-labelledby={`${labelledBy} ${name}-choisir`}
        aria-describedby={describedBy}
        aria-invalid={isWrong ? true : undefined}
        className="peer sr-only noscript:not-sr-only noscript:block noscript:w-full"
      />
      <label
        id={`${name}-choisir`}
        htmlFor={name}
        className={cx(buttonClass("outline"), FOCUS_RING, "mt-3 noscript:hidden")}
      >
        {isMany ? "Choisir des fichiers" : "Choisir un fichier"}
      </label>
    </div>
  );
}
