import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Page, PageTitle } from "@/components/ui/page";

type Props = {
  /** A path to post to, or a Server Action. */
  action: string | ((form: FormData) => Promise<void>);
  accountName: string;
};

/** Where the account comes from, what changes and what does not; nothing is shared by pressing on. */
export function ImportedWelcome({ action, accountName }: Props) {
  return (
    <Page>
      <PageTitle
        lead={`Il devient votre compte ${accountName}, commun aux services du territoire.`}
      >
        Votre compte a été repris
      </PageTitle>
      <ul className="mt-6 list-disc space-y-2 pl-6">
        <li>Votre courriel et votre mot de passe restent les mêmes.</li>
        <li>
          Vos nom, prénom et coordonnées ont été repris du service où vous aviez un compte. Vous
          pouvez les corriger dans «{"\u00a0"}Mon compte{"\u00a0"}».
        </li>
        <li>Aucune information n’est partagée avec un service sans votre accord.</li>
        <li>Vous pouvez supprimer ce compte à tout moment.</li>
      </ul>
      <p className="mt-4">
        <a href="/donnees-personnelles">Ce que nous faisons de vos données</a>
      </p>
      <form
        action={action}
        {...(typeof action === "string" && { method: "post" })}
        className="mt-8"
      >
        <Csrf />
        <Button iconAfter="arrow-right">J’ai compris, continuer</Button>
      </form>
    </Page>
  );
}
