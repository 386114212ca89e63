import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { TextArea } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { formatFullDay } from "@/lib/format/date";
import type { Posted } from "@/lib/result";

type Props = {
  action: (form: FormData) => Promise<void>;
  posted: Posted;
  revision: number;
  question: string;
  dueAt: Date;
  children?: ReactNode;
};

/** « À vous »: what the service waits for, until when, and where to answer. */
export function SupplementForm(props: Props) {
  const { action, posted, revision, question, dueAt, children } = props;
  return (
    <section aria-labelledby="complement" className="mt-8 rounded-lg bg-warn-soft p-5 sm:p-6">
      <h2 id="complement" className="flex items-start gap-3 text-h3">
        <span className="text-warn">
          <Icon name="circle-exclamation-point" size={7} />
        </span>
        À vous{"\u00a0"}: il manque une information
      </h2>
      <p className="mt-3 break-words whitespace-pre-line">{question}</p>
      <form action={action} noValidate className="no-print mt-4 space-y-4">
        <Csrf />
        <input type="hidden" name="revision" value={revision} />
        <TextArea {...fieldOf(posted, "answer")} label="Votre réponse" rows={3} />
        {children}
        <Button>Envoyer ma réponse</Button>
      </form>
      <p className="mt-4">
        Répondez au plus tard le <strong>{formatFullDay(dueAt)}</strong>. Le délai d’instruction est
        suspendu jusqu’à votre réponse.
      </p>
    </section>
  );
}
