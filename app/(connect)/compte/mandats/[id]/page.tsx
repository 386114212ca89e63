import type { Metadata } from "next";
import { ActsUnder } from "@/components/mandates/acts-under";
import { AnswerForms } from "@/components/mandates/answer-forms";
import { EndForm } from "@/components/mandates/end-form";
import { MandateTerms } from "@/components/mandates/mandate-terms";
import { HelperMeaning, PersonMeaning } from "@/components/mandates/meanings";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/session";
import { otherSide, sideOf, stateSentence } from "@/lib/mandates/model";
import { canAnswer, canEnd } from "@/lib/mandates/policy";
import { listActs, listReadings } from "@/lib/mandates/queries";
import { takePosted } from "@/lib/posted";
import { acceptMandateAction, endMandateAction, refuseMandateAction } from "../actions";
import { loadMandate, loadPlaces } from "../load";

export const metadata: Metadata = { title: "Un mandat" };

export default async function MandatePage(props: PageProps<"/compte/mandats/[id]">) {
  const [{ id }, query] = await Promise.all([props.params, props.searchParams]);
  const ctx = await requireAccount(`/compte/mandats/${id}`);
  const accountId = ctx.actor.id;
  const mandate = await loadMandate(ctx, id);
  const mayAnswer = canAnswer(ctx.actor, mandate, new Date());
  const invited = otherSide(mandate.askedBy);
  const [places, acts, posted, readings] = await Promise.all([
    loadPlaces(),
    listActs(ctx, accountId, id),
    takePosted(query),
    mayAnswer && invited === "person" ? listReadings(ctx, accountId, mandate.clientIds) : [],
  ]);

  return (
    <Page>
      <BackLink href="/compte/mandats">Mes mandats</BackLink>
      <PageTitle lead={stateSentence(mandate, mayAnswer, new Date())}>Mandat</PageTitle>
      <ErrorSummary errors={posted.errors} />
      <MandateTerms
        terms={mandate}
        places={places.of(mandate)}
        side={sideOf(mandate, accountId) ?? invited}
      />
      {mayAnswer && (
        <AnswerForms
          accept={acceptMandateAction.bind(null, id)}
          refuse={refuseMandateAction.bind(null, id)}
        >
          {invited === "person" ? <PersonMeaning services={readings} /> : <HelperMeaning />}
        </AnswerForms>
      )}
      {canEnd(ctx.actor, mandate) && (
        <EndForm action={endMandateAction.bind(null, id)} isAsked={mandate.status === "asked"} />
      )}
      <ActsUnder acts={acts} services={new Map(places.services.map((s) => [s.id, s.name]))} />
    </Page>
  );
}
