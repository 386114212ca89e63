import { PasskeyForm } from "@/components/accounts/passkey-form";
import { PasswordField } from "@/components/accounts/password-field";
import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { TextInput } from "@/components/ui/field";
import { Section } from "@/components/ui/page";
import type { Posted } from "@/lib/result";

type Action = (form: FormData) => Promise<void>;
type Props = { posted: Posted; byPassword: Action; byPasskey: Action; byCode: Action };

/** What one knows, what one has, or the mailbox. */
export function ProveOtherForms({ posted, byPassword, byPasskey, byCode }: Props) {
  return (
    <>
      <Section title="Avec son mot de passe">
        <form action={byPassword} noValidate className="mt-4 space-y-5">
          <Csrf />
          <TextInput
            {...fieldOf(posted, "email")}
            label="Courriel de l’autre compte"
            type="email"
            autoComplete="off"
            spellCheck={false}
          />
          <PasswordField
            name="password"
            label="Mot de passe de l’autre compte"
            kind="current"
            error={posted.errors.password}
          />
          <Button className="w-full sm:w-auto">Continuer</Button>
        </form>
        <PasskeyForm
          action={byPasskey}
          purpose="merge"
          label="Utiliser une clé d’accès de l’autre compte"
        />
      </Section>
      <Section title="Ou avec un code envoyé à son adresse">
        <form action={byCode} noValidate className="mt-4 space-y-5">
          <Csrf />
          <TextInput
            {...fieldOf(posted, "mailbox")}
            label="Adresse où recevoir le code"
            type="email"
            autoComplete="off"
            spellCheck={false}
          />
          <Button look="outline" className="w-full sm:w-auto">
            Recevoir un code
          </Button>
        </form>
      </Section>
    </>
  );
}
