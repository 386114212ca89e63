import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Page, PageTitle } from "@/components/ui/page";

type Props = { at: string; service: string; name: string; email: string };

/** The service asks with which account, where somebody is signed in (`prompt=select_account`). */
export function ChooseAccount({ at, service, name, email }: Props) {
  return (
    <Page>
      <PageTitle
        lead={
          <>
            Vous continuerez vers <strong>{service}</strong>.
          </>
        }
      >
        Avec quel compte continuer&#8239;?
      </PageTitle>
      <form method="post" action={`${at}/compte`} className="mt-8 grid gap-3 sm:max-w-md">
        <Csrf />
        <Button name="account" value="this" iconAfter="arrow-right" className="min-h-14">
          {name}
        </Button>
        <p className="mb-4 text-ink-soft wrap-anywhere">{email}</p>
        <Button look="outline" name="account" value="another" className="min-h-14">
          Un autre compte
        </Button>
        <p className="text-ink-soft">
          Vous serez d’abord déconnecté de ce compte, et des services qu’il a ouverts ici.
        </p>
      </form>
    </Page>
  );
}
