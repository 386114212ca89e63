import type { ReactNode } from "react";
import { BackLink } from "@/components/ui/back-link";
import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import type { Side } from "@/lib/mandates/model";
import type { Posted } from "@/lib/result";
import { MandateFields } from "./mandate-form";

type Named = { id: string; name: string };

type Props = {
  side: Side;
  title: string;
  lead: ReactNode;
  action: (form: FormData) => Promise<void>;
  posted: Posted;
  places: { services: readonly Named[]; organisations: readonly Named[]; portal: Named };
  /** What whoever sends this agrees to. */
  children: ReactNode;
};

/** Proposing a mandate, from either side. */
export function MandateFormPage({ side, title, lead, action, posted, places, children }: Props) {
  return (
    <Page>
      <BackLink href="/compte/mandats">Mes mandats</BackLink>
      <PageTitle lead={lead}>{title}</PageTitle>
      <ErrorSummary errors={posted.errors} />
      <form action={action} noValidate className="mt-8 space-y-8">
        <Csrf />
        <MandateFields side={side} posted={posted} {...places} />
        {children}
        <div className="flex flex-wrap gap-x-6 gap-y-3 pt-3">
          <Button className="w-full sm:w-auto sm:px-8" icon="send">
            Envoyer ma proposition
          </Button>
          <ButtonLink look="link" href="/compte/mandats">
            Annuler
          </ButtonLink>
        </div>
      </form>
    </Page>
  );
}
