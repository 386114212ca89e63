import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Details } from "@/components/ui/details";
import { PasswordField } from "./password-field";

type Props = { id: string; email: string; error: string | undefined };

/** Another proof that the account of this address is theirs, faster than a mail. */
export function PasswordProof({ id, email, error }: Props) {
  return (
    <section className="mt-10">
      <Details summary="J’ai déjà un compte avec cette adresse" open={error !== undefined}>
        <form
          method="post"
          action={`/franceconnect/preuve/${id}/mot-de-passe`}
          noValidate
          className="space-y-4 pt-2 pb-5"
        >
          <Csrf />
          <p>
            Donnez son mot de passe&nbsp;: FranceConnect sera rattaché à ce compte, avec ses
            demandes. Le message que nous vous écrivons le permet aussi.
          </p>
          <input type="hidden" name="username" value={email} autoComplete="username" />
          <PasswordField name="password" label="Mot de passe" kind="current" error={error} />
          <Button look="outline">Rattacher FranceConnect à ce compte</Button>
        </form>
      </Details>
    </section>
  );
}
