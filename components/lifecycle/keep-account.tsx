import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { formatDay } from "@/lib/format/date";
import type { FieldErrors } from "@/lib/result";

type Props = {
  dueAt: Date;
  /** A path to post to, or a Server Action. */
  action: string | ((form: FormData) => Promise<void>);
  errors?: FieldErrors;
};

/** First thing after a sign-in, while the account waits to be deleted. */
export function KeepAccount({ dueAt, action, errors = {} }: Props) {
  return (
    <Page>
      <PageTitle lead={`Il sera supprimé le ${formatDay(dueAt)}, comme vous l’avez demandé.`}>
        Voulez-vous garder votre compte&#8239;?
      </PageTitle>
      <ErrorSummary errors={errors} />
      <p className="mt-6">
        Si vous le gardez, vous retrouvez tout comme avant. Sinon, vous n’avez rien à faire&nbsp;:
        vous pouvez encore changer d’avis jusqu’à cette date.
      </p>
      <form
        action={action}
        {...(typeof action === "string" && { method: "post" })}
        className="mt-8 flex flex-wrap gap-4"
      >
        <Csrf />
        <Button name="choice" value="keep" className="w-full sm:w-auto">
          Garder mon compte
        </Button>
        <Button name="choice" value="leave" look="outline" className="w-full sm:w-auto">
          Le laisser supprimer, et me déconnecter
        </Button>
      </form>
    </Page>
  );
}
