import { Button, buttonClass } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { Csrf } from "@/components/ui/csrf";
import { toName } from "@/lib/format/text";
import { PrintButton } from "./print-button";

type Props = {
  action: (form: FormData) => Promise<void>;
  reference: string;
  declaration: string;
  /** « Ville de Bron » */
  recipient: string;
  error?: string | undefined;
};

/** The declaration and the one button that sends; it says to whom. */
export function SendForm({ action, reference, declaration, recipient, error }: Props) {
  return (
    <form action={action} noValidate className="mt-8">
      <Csrf />
      <input type="hidden" name="reference" value={reference} />
      <Checkbox name="declaration" label={declaration} error={error} />
      <div className="mt-4 flex flex-col gap-3 sm:flex-row sm:items-center sm:gap-6">
        <Button icon="send" className="min-h-14">
          {`Envoyer ma demande ${toName(recipient)}`}
        </Button>
        <PrintButton className={buttonClass("link")}>Imprimer</PrintButton>
      </div>
      <p className="mt-4 text-ink-soft">
        Vous recevrez tout de suite un accusé de réception avec la référence de votre demande.
      </p>
    </form>
  );
}
