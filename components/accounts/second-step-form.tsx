import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { Details } from "@/components/ui/details";
import { TextInput } from "@/components/ui/field";
import type { Factors } from "@/lib/accounts/model/factors";
import type { Posted } from "@/lib/result";
import { PasskeyForm } from "./passkey-form";
import { TotpField } from "./totp-field";

type Props = {
  /** What pressing does. */
  verb?: string;
  id: string;
  /** The page's own path. */
  action: string;
  posted: Posted;
  factors: Pick<Factors, "totp" | "passkeys" | "recoveryLeft">;
};

function ByRecoveryCode({ action, posted, verb }: Pick<Props, "action" | "posted" | "verb">) {
  return (
    <form method="post" action={action} noValidate className="space-y-4 pt-2">
      <Csrf />
      <TextInput
        {...fieldOf(posted, "recovery")}
        value={undefined}
        label="Code de secours"
        hint="Un de ceux que vous avez notés ou imprimés. Il ne servira qu’une fois."
        width="medium"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button look="outline">{verb} avec un code de secours</Button>
    </form>
  );
}

/** The second proof, by what this account has. */
export function SecondStepForm({ id, action, posted, factors, verb = "Entrer" }: Props) {
  return (
    <>
      {factors.totp && (
        <form method="post" action={`${action}/code`} noValidate className="mt-8 space-y-5">
          <Csrf />
          <TotpField posted={posted} />
          <Button className="w-full sm:w-auto sm:px-8">{verb}</Button>
        </form>
      )}
      {factors.passkeys.length > 0 && (
        <PasskeyForm
          action={`${action}/cle`}
          purpose="second-step"
          step={id}
          label={`${verb} avec ma clé d’accès`}
        />
      )}
      <section className="mt-10">
        <Details
          summary="Je n’ai pas mon téléphone ou ma clé"
          open={posted.errors.recovery !== undefined}
        >
          {factors.recoveryLeft > 0 && (
            <ByRecoveryCode action={`${action}/code`} posted={posted} verb={verb} />
          )}
          <p>
            Sans code de secours, <a href="/aide-connexion">demandez de l’aide</a>&nbsp;: nous
            vérifierons votre identité.
          </p>
        </Details>
      </section>
    </>
  );
}
