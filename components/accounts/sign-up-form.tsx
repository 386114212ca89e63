import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
import type { Posted } from "@/lib/result";
import { NEW_PASSWORD_HINT, PasswordField } from "./password-field";
import { TermsAgreement } from "./terms";

type Props = {
  action: (form: FormData) => Promise<void>;
  posted: Posted;
  suite: string;
  /** Another way to have an account, which comes first. */
  before?: ReactNode;
};

export function SignUpForm({ action, posted, suite, before }: Props) {
  return (
    <>
      <ErrorSummary errors={posted.errors} />
      {before}
      <form action={action} noValidate className="mt-8 space-y-5">
        <Csrf />
        <input type="hidden" name="suite" value={suite} />
        <TextInput
          {...fieldOf(posted, "givenName")}
          label="Prénom"
          hint="Comme sur votre pièce d’identité."
          autoComplete="given-name"
        />
        <TextInput {...fieldOf(posted, "familyName")} label="Nom" autoComplete="family-name" />
        <TextInput
          {...fieldOf(posted, "email")}
          label="Courriel"
          hint="Nous y envoyons tout de suite un code pour vérifier qu’il est à vous."
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <PasswordField
          name="password"
          label="Mot de passe"
          kind="new"
          hint={NEW_PASSWORD_HINT}
          error={posted.errors.password}
        />
        <TermsAgreement posted={posted} />
        <Button className="w-full sm:w-auto sm:px-8">Créer mon compte</Button>
      </form>
    </>
  );
}
