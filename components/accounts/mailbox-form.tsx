import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { TextInput } from "@/components/ui/field";
import type { Posted } from "@/lib/result";
import { TermsAgreement } from "./terms";

type Props = { action: (form: FormData) => Promise<void>; posted: Posted };

/** What FranceConnect does not settle: where to write, and the terms of use. */
export function MailboxForm({ action, posted }: Props) {
  return (
    <form action={action} noValidate className="mt-8 space-y-5">
      <Csrf />
      <TextInput
        {...fieldOf(posted, "email")}
        label="Courriel"
        hint="Nous y envoyons tout de suite un code. Si vous avez déjà un compte, indiquez son adresse&nbsp;: vous le retrouverez."
        type="email"
        autoComplete="email"
        spellCheck={false}
      />
      <TermsAgreement posted={posted} />
      <Button className="w-full sm:w-auto sm:px-8">Continuer</Button>
    </form>
  );
}
