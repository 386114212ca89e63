import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";

type Props = { action: (form: FormData) => Promise<void>; isAsked: boolean };

export function EndForm({ action, isAsked }: Props) {
  return (
    <form action={action} className="mt-8">
      <Csrf />
      <Button look="outline">{isAsked ? "Annuler ma proposition" : "Arrêter ce mandat"}</Button>
      {!isAsked && (
        <p className="mt-2 text-note text-ink-soft">
          Tout de suite, et sans avoir à dire pourquoi. L’autre personne en sera prévenue.
        </p>
      )}
    </form>
  );
}
