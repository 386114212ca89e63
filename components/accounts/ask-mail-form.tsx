import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
import type { Posted } from "@/lib/result";

type Props = {
  action: (form: FormData) => Promise<void>;
  posted: Posted;
  /** Where the mail leads in the end. */
  suite: string;
  verb: string;
};

/** The address of one's account, to be written to instead of giving one's password. */
export function AskMailForm({ action, posted, suite, verb }: Props) {
  return (
    <>
      <ErrorSummary errors={posted.errors} />
      <form action={action} noValidate className="mt-8 space-y-5">
        <Csrf />
        <input type="hidden" name="suite" value={suite} />
        <TextInput
          {...fieldOf(posted, "email")}
          label="Courriel"
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <Button className="w-full sm:w-auto sm:px-8">{verb}</Button>
      </form>
    </>
  );
}
