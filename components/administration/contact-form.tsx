import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea, TextInput } from "@/components/ui/field";
import type { Posted } from "@/lib/result";

type Contact = {
  phone: string;
  email: string;
  address: string;
  openingHours: string;
  website: string | null;
};

type Props = {
  organisation: Contact;
  posted: Posted;
  action: (form: FormData) => Promise<void>;
};

/** What residents read on every page of the organisation, and on their acknowledgements. */
export function ContactForm({ organisation, posted, action }: Props) {
  const of = (name: keyof Contact) => ({
    name,
    value: posted.values[name] ?? organisation[name] ?? "",
    error: posted.errors[name],
  });
  return (
    <>
      <ErrorSummary errors={posted.errors} />
      <form action={action} noValidate className="mt-8 space-y-6">
        <Csrf />
        <TextInput {...of("phone")} label="Téléphone" type="tel" width="medium" />
        <TextInput {...of("email")} label="Courriel" type="email" />
        <TextArea
          {...of("address")}
          label="Adresse postale"
          hint="Une ligne par élément. Elle est imprimée sur les accusés de réception."
          rows={5}
        />
        <TextArea
          {...of("openingHours")}
          label="Ouverture au public"
          hint={
            "Exemple\u00a0: du lundi au vendredi, de 8\u00a0h\u00a030 à 12\u00a0h et de 13\u00a0h\u00a030 à 17\u00a0h."
          }
          rows={2}
        />
        <TextInput {...of("website")} label="Site internet" type="url" optional />
        <Button>Enregistrer les coordonnées</Button>
      </form>
    </>
  );
}
