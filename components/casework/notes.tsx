import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { TextArea } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { formatDayTime } from "@/lib/format/date";
import type { Posted } from "@/lib/result";

type Props = {
  notes: readonly { id: string; agentName: string; body: string; at: Date }[];
  unitName: string;
  action: (form: FormData) => Promise<void>;
  posted: Posted;
  id: string;
};

export function Notes({ notes, unitName, action, posted, id }: Props) {
  return (
    <section id="notes" className="rounded-md border border-line bg-surface p-4">
      <h2 className="flex items-center gap-2 text-h4">
        <Icon name="lock" size={4} />
        Notes internes
      </h2>
      <p className="text-note text-ink-soft">
        Visibles par le service {unitName}. Jamais par l’usager, sauf s’il demande ses données.
      </p>
      {notes.map((note) => (
        <article key={note.id} className="mt-3 border-t border-line pt-3">
          <p className="break-words whitespace-pre-line">{note.body}</p>
          <p className="text-note text-ink-soft">
            {note.agentName}, {formatDayTime(note.at)}
          </p>
        </article>
      ))}
      <form action={action} noValidate className="no-print mt-3 space-y-2">
        <Csrf />
        <input
          type="hidden"
          name="id"
          value={("note" in posted.values && posted.values.id) || id}
        />
        <TextArea {...fieldOf(posted, "note")} label="Ajouter une note" rows={2} />
        <Button look="outline" className="px-4!">
          Ajouter
        </Button>
      </form>
    </section>
  );
}
