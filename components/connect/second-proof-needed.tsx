import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Page, PageTitle } from "@/components/ui/page";

type Props = { action: string; service: { name: string }; canGive: boolean };

/** To an agent whose session rests on one proof. */
export function SecondProofNeeded({ action, service, canGive }: Props) {
  return (
    <Page>
      <PageTitle lead="Votre compte donne accès aux demandes des habitants&nbsp;: il demande deux preuves.">
        {canGive ? "Donnez votre seconde preuve" : "Protégez votre compte"}
      </PageTitle>
      {!canGive && (
        <p className="mt-4">
          Ajoutez une clé d’accès, ou une application de codes. Il faut deux minutes&nbsp;; vous
          continuerez ensuite vers <strong>{service.name}</strong>.
        </p>
      )}
      <form method="post" action={action} className="mt-8">
        <Csrf />
        <Button iconAfter="arrow-right">
          {canGive ? "Continuer" : "Choisir ma seconde preuve"}
        </Button>
      </form>
    </Page>
  );
}
