import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FieldErrors } from "@/lib/result";
import { FragmentPrefill } from "./fragment-prefill";

type Props = {
  action: (form: FormData) => Promise<void>;
  providerId: string;
  /** Where this page is, to come back to it. */
  at: string;
  prefill: Record<string, string>;
  errors: FieldErrors;
  /** Needs an account, and nobody is signed in. */
  asksForAccount: boolean;
};

const BIG = "min-h-14 w-full px-7 sm:w-auto";

export function StartForm({ action, providerId, at, prefill, errors, asksForAccount }: Props) {
  if (asksForAccount)
    return (
      <div className="mt-8">
        <ButtonLink
          href={`/se-connecter?retour=${encodeURIComponent(at)}`}
          className={BIG}
          iconAfter="arrow-right"
        >
          Me connecter pour commencer
        </ButtonLink>
        <p className="mt-3 text-ink-soft">
          Cette démarche demande un compte{"\u00a0"}: elle donne un droit à votre nom. Sans compte,
          venez au guichet ou téléphonez.
        </p>
      </div>
    );
  return (
    <form action={action} className="mt-8">
      <ErrorSummary errors={errors} />
      <Csrf />
      <input type="hidden" name="providerId" value={providerId} />
      <input type="hidden" name="at" value={at} />
      {Object.entries(prefill).map(([field, value]) => (
        <input key={field} type="hidden" name={`prefill.${field}`} value={value} />
      ))}
      <FragmentPrefill />
      <Button className={BIG} iconAfter="arrow-right">
        Commencer la démarche
      </Button>
      <p className="mt-3 text-ink-soft">
        Vous pouvez vous arrêter et reprendre plus tard, même sans compte.
      </p>
    </form>
  );
}
