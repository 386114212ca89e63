import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { Details } from "@/components/ui/details";
import { TextInput } from "@/components/ui/field";
import type { Posted } from "@/lib/result";

type Action = (form: FormData) => Promise<void>;

type Props = {
  resend: Action;
  /** Where the address itself can still be corrected. */
  correct?: Action;
  posted: Posted;
  label?: string;
};

/** What to do when no mail comes: look elsewhere, ask again, correct the address. */
export function NothingCame({ resend, correct, posted, label = "Envoyer un nouveau code" }: Props) {
  return (
    <section className="mt-10">
      <h2 className="text-h3">Rien reçu&#8239;?</h2>
      <p className="mt-2">
        Le message peut mettre une minute à arriver. Regardez aussi dans les courriers indésirables.
      </p>
      <form action={resend} className="mt-3">
        <Csrf />
        <Button look="outline">{label}</Button>
      </form>
      {correct && (
        <div className="mt-5">
          <Details summary="L’adresse n’est pas la bonne" open={Boolean(posted.errors.email)}>
            <form action={correct} noValidate className="space-y-4 pt-2 pb-5">
              <Csrf />
              <TextInput
                {...fieldOf(posted, "email")}
                label="Courriel"
                type="email"
                autoComplete="email"
                spellCheck={false}
              />
              <Button look="outline">Corriger et envoyer le code</Button>
            </form>
          </Details>
        </div>
      )}
    </section>
  );
}
