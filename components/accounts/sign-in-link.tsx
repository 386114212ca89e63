import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { PageTitle } from "@/components/ui/page";

type Props = { action: string; email: string; isElsewhere: boolean };

/** The link of the mail: programs look at it before people do, so that only a press opens the account. */
export function SignInLink({ action, email, isElsewhere }: Props) {
  return (
    <>
      <PageTitle
        lead={
          <>
            Le compte de <strong className="break-words">{email}</strong>.
          </>
        }
      >
        {isElsewhere ? "Est-ce bien vous qui entrez ici\u202f?" : "Entrez dans votre compte"}
      </PageTitle>
      {isElsewhere && (
        <p className="mt-6">
          Ce lien a été demandé sur un autre appareil, ou dans un autre navigateur. Si quelqu’un
          vous l’a transmis, ou si vous n’avez rien demandé, fermez cette page&nbsp;: rien ne se
          fera.
        </p>
      )}
      <form method="post" action={action} className="mt-8">
        <Csrf />
        {isElsewhere && <input type="hidden" name="ici" value="oui" />}
        <Button className="w-full sm:w-auto sm:px-8">
          {isElsewhere ? "Oui, ouvrir mon compte ici" : "Ouvrir mon compte"}
        </Button>
      </form>
    </>
  );
}
