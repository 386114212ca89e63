import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
import type { Posted } from "@/lib/result";
import { PasskeyForm } from "./passkey-form";
import { PasswordField } from "./password-field";

type Props = {
  /** A path to post to, or a Server Action. */
  action: string | ((form: FormData) => Promise<void>);
  posted: Posted;
  /** Where to go on afterwards, kept by the links to sign-up and to the forgotten password. */
  suite: string;
  /** Only where an account is not needed. */
  anonymousHref?: string | undefined;
  trackingHref?: string | undefined;
  submitLabel?: string;
  /** Another way in, which comes first. */
  before?: ReactNode;
};

const asked = (path: string, suite: string) => `${path}?suite=${encodeURIComponent(suite)}`;

/** Plain HTML: with a path as action, it posts `email`, `password`, `shared` (« oui ») and `csrf`. */
export function SignInForm({
  action,
  posted,
  suite,
  anonymousHref,
  trackingHref,
  submitLabel = "Se connecter",
  before,
}: Props) {
  return (
    <>
      <ErrorSummary errors={posted.errors} />
      {before}
      <form
        action={action}
        {...(typeof action === "string" && { method: "post" })}
        noValidate
        className="mt-8 space-y-5"
      >
        <Csrf />
        <input type="hidden" name="suite" value={suite} />
        <TextInput
          {...fieldOf(posted, "email")}
          label="Courriel"
          type="email"
          autoComplete="username webauthn"
          spellCheck={false}
        />
        <div>
          <PasswordField
            name="password"
            label="Mot de passe"
            kind="current"
            error={posted.errors.password}
          />
          <p>
            <a
              href={asked("/mot-de-passe-oublie", suite)}
              className="inline-flex min-h-11 items-center"
            >
              Mot de passe oublié&#8239;?
            </a>
          </p>
        </div>
        <Checkbox
          name="shared"
          label="Cet appareil est partagé"
          hint="Médiathèque, mairie, travail&nbsp;: la session se ferme avec le navigateur, ou après 10&nbsp;minutes, et chaque service redemande le mot de passe."
          checked={posted.values.shared === "oui"}
        />
        <Button className="w-full sm:w-auto sm:px-8">{submitLabel}</Button>
      </form>
      <p className="mt-4">
        <a
          href={asked("/connexion/lien", suite)}
          className="inline-flex min-h-11 items-center font-bold"
        >
          Recevoir un lien de connexion
        </a>
      </p>
      <PasskeyForm
        action={asked("/connexion/cle", suite)}
        purpose="sign-in"
        label="Utiliser une clé d’accès"
      />
      <section className="mt-12 border-t border-line pt-8">
        <h2 className="text-h3">Pas encore de compte&#8239;?</h2>
        <p className="mt-2">
          <a
            href={asked("/inscription", suite)}
            className="inline-flex min-h-11 items-center font-bold"
          >
            Créer un compte en 2&nbsp;minutes
          </a>
        </p>
        {anonymousHref && (
          <p>
            Le compte n’est pas obligatoire&nbsp;:{" "}
            <a href={anonymousHref}>commencer une démarche sans compte</a>, ou{" "}
            <a href={trackingHref}>ouvrir une demande avec son code de suivi</a>.
          </p>
        )}
      </section>
    </>
  );
}
