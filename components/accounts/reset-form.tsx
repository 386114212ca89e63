import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { CODE_RULES } from "@/lib/accounts/model";
import type { Posted } from "@/lib/result";
import { CodeField } from "./code-field";
import { NEW_PASSWORD_HINT, PasswordField } from "./password-field";

type Props = {
  action: string;
  posted: Posted;
  /** False when the link of the mail is proof enough. */
  withCode: boolean;
  email: string;
};

export function ResetForm({ action, posted, withCode, email }: Props) {
  return (
    <form method="post" action={action} noValidate className="mt-8 space-y-5">
      <Csrf />
      {withCode && <CodeField posted={posted} {...CODE_RULES["reset-password"]} />}
      {/* So that password managers know whose it is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        name="password"
        label="Nouveau mot de passe"
        kind="new"
        hint={NEW_PASSWORD_HINT}
        error={posted.errors.password}
      />
      <p>Vos autres appareils seront déconnectés.</p>
      <Button className="w-full sm:w-auto sm:px-8">Enregistrer et me connecter</Button>
    </form>
  );
}
