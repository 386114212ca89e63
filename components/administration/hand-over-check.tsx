import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import type { HandedOver } from "@/lib/organisations/schemas";
import { type Duties, LABELS } from "./hand-over-form";

type Props = {
  from: string;
  to: { id: string; name: string };
  what: readonly HandedOver[];
  duties: Duties;
  back: string;
  action: (form: FormData) => Promise<void>;
};

/** What is about to happen, in figures and in words, and the button that does it. */
export function HandOverCheck({ from, to, what, duties, back, action }: Props) {
  return (
    <>
      <p className="mt-6">
        Le service {from} confie au service {to.name}
        {"\u00a0"}:
      </p>
      <ul className="mt-2 list-disc space-y-1 pl-6 font-bold">
        {what.map((kind) => (
          <li key={kind}>{LABELS[kind](duties[kind])}</li>
        ))}
      </ul>
      {what.includes("requests") && (
        <p className="mt-4">
          Une demande attribuée reste à la même personne si elle travaille aussi au service{" "}
          {to.name}
          {"\u202f"}; sinon, elle redevient libre. Les agents du seul service {from} ne la liront
          plus. L’usager voit le nouveau service sur sa demande.
        </p>
      )}
      {what.includes("procedures") && (
        <p className="mt-4">
          Les prochaines demandes de ces démarches arriveront au service {to.name}.
        </p>
      )}
      <form action={action} className="mt-6 flex flex-wrap gap-4">
        <Csrf />
        <input type="hidden" name="vers" value={to.id} />
        {what.map((kind) => (
          <input key={kind} type="hidden" name="quoi" value={kind} />
        ))}
        <Button>Confier au service {to.name}</Button>
        <ButtonLink look="outline" href={back}>
          Ne rien changer
        </ButtonLink>
      </form>
    </>
  );
}
