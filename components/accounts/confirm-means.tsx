import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Details } from "@/components/ui/details";
import type { Posted } from "@/lib/result";
import { FranceConnectButton } from "./franceconnect-button";
import { PasskeyForm } from "./passkey-form";
import { PasswordField } from "./password-field";
import { TotpField } from "./totp-field";

type Action = (form: FormData) => Promise<void>;

type Props = {
  email: string;
  posted: Posted;
  /** Null: the account has none. */
  byPassword: Action | null;
  byTotp: Action | null;
  byPasskey: Action | null;
  /** Null: the account has a password. */
  askCode: Action | null;
  /** Where to go on afterwards, when FranceConnect opens the account; else null. */
  franceConnect: string | null;
};

const Confirm = () => <Button className="w-full sm:w-auto sm:px-8">Confirmer que c’est moi</Button>;

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
      <Confirm />
    </form>
  );
}

function ByTotp({ action, posted }: { action: Action; posted: Posted }) {
  return (
    <form action={action} noValidate className="mt-8 space-y-5">
      <Csrf />
      <TotpField posted={posted} />
      <Confirm />
    </form>
  );
}

function ByMail({ action, email }: { action: Action; email: string }) {
  return (
    <form action={action} className="mt-8">
      <Csrf />
      <p>
        Nous envoyons un code à <strong className="break-words">{email}</strong>.
      </p>
      <Button className="mt-4 w-full sm:w-auto sm:px-8">Recevoir un code</Button>
    </form>
  );
}

/** What this account can prove itself with: the usual one first, another one under it. */
export function ConfirmMeans(props: Props) {
  const { email, posted, byPassword, byTotp, byPasskey, askCode } = props;
  const passkey = byPasskey && (
    <PasskeyForm action={byPasskey} purpose="confirm" label="Confirmer avec ma clé d’accès" />
  );
  const withFranceConnect = props.franceConnect && (
    <div className="mt-10">
      <FranceConnectButton purpose="confirm" suite={props.franceConnect} />
    </div>
  );
  if (!byPassword)
    return (
      <>
        {passkey}
        {byTotp && <ByTotp action={byTotp} posted={posted} />}
        {askCode && !byTotp && <ByMail action={askCode} email={email} />}
        {withFranceConnect}
      </>
    );
  return (
    <>
      <ByPassword action={byPassword} email={email} posted={posted} />
      {passkey}
      {byTotp && (
        <div className="mt-8">
          <Details
            summary="Plutôt avec un code de mon application"
            open={posted.errors.code !== undefined}
          >
            <ByTotp action={byTotp} posted={posted} />
          </Details>
        </div>
      )}
      {withFranceConnect}
    </>
  );
}
