import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
import type { Posted } from "@/lib/result";

type Props = {
  posted: Posted;
  /** Of whoever registers it. */
  email: string;
  action: (form: FormData) => Promise<void>;
};

export function PartnerForm({ posted, email, action }: Props) {
  return (
    <>
      <ErrorSummary errors={posted.errors} />
      <form action={action} noValidate className="mt-8 space-y-6">
        <Csrf />
        <TextInput
          {...fieldOf(posted, "name")}
          label="Nom de l’organisme"
          hint={
            "Il sera écrit au-dessus du nom de chaque service\u00a0: «\u00a0Ville de Bron\u00a0»."
          }
          autoComplete="organization"
        />
        <TextInput
          {...fieldOf(posted, "siret")}
          label="SIRET"
          hint="14 chiffres. Nous vérifions leur clé."
          inputMode="numeric"
          width="medium"
        />
        <TextInput
          name="email"
          value={posted.values.email ?? email}
          error={posted.errors.email}
          label="Courriel de contact"
          hint="Pour tout ce qui concerne vos raccordements."
          type="email"
          autoComplete="email"
        />
        <TextInput
          {...fieldOf(posted, "phone")}
          label="Téléphone de contact"
          type="tel"
          autoComplete="tel"
          width="medium"
        />
        <Button>Enregistrer l’organisme</Button>
      </form>
    </>
  );
}
