import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Page, PageTitle } from "@/components/ui/page";
import { frenchSpaces } from "@/lib/format/text";

/** After a sign-up or a new password on the way to a service: one press, and on. */
export function ContinueForm({ action, service }: { action: string; service: { name: string } }) {
  return (
    <Page>
      <PageTitle lead="Il ne reste qu’à continuer.">Votre session est ouverte</PageTitle>
      <form method="post" action={action} className="mt-8">
        <Csrf />
        <Button name="continue" value="oui" iconAfter="arrow-right">
          {frenchSpaces(`Continuer vers « ${service.name} »`)}
        </Button>
      </form>
    </Page>
  );
}
