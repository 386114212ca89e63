import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageTitle } from "@/components/ui/page";
import { CODE_RULES } from "@/lib/accounts/model";
import type { Posted } from "@/lib/result";
import { CodeField } from "./code-field";
import { NothingCame } from "./nothing-came";
import { PasswordProof } from "./password-proof";

type Props = {
  id: string;
  email: string;
  posted: Posted;
  resend: (form: FormData) => Promise<void>;
};

type LinkProps = Pick<Props, "id" | "email" | "posted"> & { secret: string };

/** Whoever opened the mail's link has nothing left to copy. */
export function MailboxLink({ id, email, posted, secret }: LinkProps) {
  return (
    <>
      <PageTitle>Rattacher FranceConnect</PageTitle>
      <ErrorSummary errors={posted.errors} />
      <p className="mt-4 text-lead">
        FranceConnect ouvrira le compte de <strong className="break-words">{email}</strong>, et en
        certifiera l’identité.
      </p>
      <form
        method="post"
        action={`/franceconnect/preuve/${id}/code?cle=${encodeURIComponent(secret)}`}
        className="mt-8"
      >
        <Csrf />
        <Button className="w-full sm:w-auto sm:px-8">Rattacher à mon compte</Button>
      </form>
    </>
  );
}

/** The code that was just sent, or the password of the account that has this address. */
export function MailboxProof({ id, email, posted, resend }: Props) {
  return (
    <>
      <PageTitle>Vérifiez votre adresse</PageTitle>
      <ErrorSummary errors={posted.errors} />
      <p className="mt-4 text-lead">
        Nous venons d’écrire à <strong className="break-words">{email}</strong>. Recopiez ici le
        code du message.
      </p>
      <form
        method="post"
        action={`/franceconnect/preuve/${id}/code`}
        noValidate
        className="mt-8 space-y-5"
      >
        <Csrf />
        <CodeField posted={posted} {...CODE_RULES.franceconnect} />
        <Button className="w-full sm:w-auto sm:px-8">Vérifier mon adresse</Button>
      </form>
      <PasswordProof id={id} email={email} error={posted.errors.password} />
      <NothingCame resend={resend} posted={posted} />
    </>
  );
}
