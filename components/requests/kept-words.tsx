import { Notice } from "@/components/ui/notice";
import type { Posted } from "@/lib/result";

const WRITTEN = ["reason", "question", "answer", "body", "note"] as const;

/** Somebody was faster and the form may be gone: what was written in it is still there to copy. */
export function KeptWords({ posted: { values, errors } }: { posted: Posted }) {
  const words = WRITTEN.flatMap((name) => (values[name] ? [values[name]] : []));
  if (!errors.root || words.length === 0) return null;
  return (
    <Notice tone="info" title="Ce que vous aviez écrit" className="mt-4">
      {words.map((text) => (
        <p key={text} className="break-words whitespace-pre-line">
          {text}
        </p>
      ))}
    </Notice>
  );
}
