import type { Metadata } from "next";
import { HeldRequests } from "@/components/requests/held-requests";
import { TrackingQuestions } from "@/components/support/tracking-questions";
import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
import { Page, PageTitle } from "@/components/ui/page";
import { pageTitle } from "@/lib/format/text";
import { takePosted } from "@/lib/posted";
import { listHeld } from "@/lib/requests/queries/find-tracked";
import { leaveAction, trackAction } from "./actions";

const TITLE = "Suivre une demande avec son code";

export async function generateMetadata({ searchParams }: PageProps<"/suivi">): Promise<Metadata> {
  return { title: pageTitle(TITLE, "retour" in (await searchParams)) };
}

export default async function TrackingPage({ searchParams }: PageProps<"/suivi">) {
  const asked = await searchParams;
  const [posted, held] = await Promise.all([takePosted(asked), listHeld()]);
  return (
    <Page>
      <Done what={asked.fait} />
      <ErrorSummary errors={posted.errors} />
      <PageTitle>{TITLE}</PageTitle>
      <HeldRequests requests={held} leave={leaveAction} />
      <form action={trackAction} noValidate className="mt-8 space-y-6">
        <Csrf />
        <TextInput
          {...fieldOf(posted, "code")}
          label="Code de suivi"
          hint={
            <>
              12 lettres et chiffres. Exemple{"\u00a0"}:{" "}
              <span className="whitespace-nowrap">K7P2-M4QX-09TW</span>
            </>
          }
          width="medium"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button>Voir ma demande</Button>
      </form>
      <TrackingQuestions />
    </Page>
  );
}
