import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import type { Posted } from "@/lib/result";
import { PasswordField } from "./password-field";

type Action = (form: FormData) => Promise<void>;

type Props = {
  email: string;
  posted: Posted;
  /** Where the account has a password. */
  byPassword: Action | null;
  askCode: Action;
};

function ByPassword({ action, email, posted }: { action: Action; email: string; posted: Posted }) {
  return (
    <form action={action} noValidate className="mt-8 space-y-5">
      <Csrf />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <div>
        <PasswordField
          name="password"
          label="Mot de passe"
          kind="current"
          error={posted.errors.password}
        />
        <p>
          <a
            href="/mot-de-passe-oublie?suite=/compte"
            className="inline-flex min-h-11 items-center"
          >
            Mot de passe oublié&#8239;?
          </a>
        </p>
      </div>
      <Button className="w-full sm:w-auto sm:px-8">Confirmer que c’est moi</Button>
    </form>
  );
}

/** What this account can prove itself with; the first one is the usual one. */
export function ConfirmMeans({ email, posted, byPassword, askCode }: Props) {
  if (byPassword) return <ByPassword action={byPassword} email={email} posted={posted} />;
  return (
    <form action={askCode} className="mt-8">
      <Csrf />
      <p>
        Nous envoyons un code à <strong className="break-words">{email}</strong>.
      </p>
      <Button className="mt-4 w-full sm:w-auto sm:px-8">Recevoir un code</Button>
    </form>
  );
}
