import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { cx } from "@/components/ui/cx";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FieldErrors } from "@/lib/result";
import { FragmentPrefill } from "./fragment-prefill";
import { ResumeDraft } from "./resume-draft";

type Props = {
  action: (form: FormData) => Promise<void>;
  providerId: string;
  /** Where this page is, to come back to it. */
  at: string;
  /** The same, with what a link filled in. */
  back: string;
  prefill: Record<string, string>;
  errors: FieldErrors;
  /** Needs an account, and nobody is signed in. */
  asksForAccount: boolean;
  /** Where to certify one's identity first, and come back here; null when there is no need. */
  certifyHref: string | null;
  /** What this person has started and not sent. */
  draft: { reference: string; savedAt: Date } | null;
};

const BIG = "min-h-14 w-full px-7 sm:w-auto";

export function StartForm(props: Props) {
  const { action, providerId, at, back, prefill, errors, asksForAccount, certifyHref } = props;
  const { draft } = props;
  if (asksForAccount)
    return (
      <div className="mt-8">
        <ButtonLink
          href={`/se-connecter?retour=${encodeURIComponent(back)}`}
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
  if (certifyHref) return <CertifyFirst href={certifyHref} />;
  return (
    <form action={action} className="mt-8">
      <ErrorSummary errors={errors} />
      {draft && <ResumeDraft draft={draft} />}
      <Csrf />
      <input type="hidden" name="providerId" value={providerId} />
      <input type="hidden" name="at" value={at} />
      {Object.entries(prefill).map(([field, value]) => (
        <input key={field} type="hidden" name={`prefill.${field}`} value={value} />
      ))}
      <FragmentPrefill />
      <Button
        look={draft ? "outline" : "primary"}
        className={cx(BIG, draft && "mt-4")}
        iconAfter="arrow-right"
      >
        Commencer la démarche
      </Button>
      <p className="mt-3 text-ink-soft">
        Vous pouvez vous arrêter et reprendre plus tard, même sans compte.
      </p>
    </form>
  );
}

const CertifyFirst = ({ href }: { href: string }) => (
  <div className="mt-8">
    <ButtonLink href={href} className={BIG} icon="shield-check">
      Certifier mon identité pour commencer
    </ButtonLink>
    <p className="mt-3 text-ink-soft">
      Cette démarche donne un droit à votre nom{"\u00a0"}: FranceConnect confirme qui vous êtes,
      puis vous revenez ici. Sans FranceConnect, venez au guichet ou téléphonez.
    </p>
  </div>
);
