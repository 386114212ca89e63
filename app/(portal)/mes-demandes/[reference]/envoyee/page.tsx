import { Facts, ReceiptLinks, TrackingCode, WhatNext } from "@/components/forms/receipt";
import { FocusOnMount } from "@/components/ui/focus-on-mount";
import { Notice } from "@/components/ui/notice";
import { Page, Section } from "@/components/ui/page";
import { ProviderLine } from "@/components/ui/provider-line";
import { getFilingContext, requireResident } from "@/lib/auth/session";
import { heldTrackingCode } from "@/lib/auth/tracking";
import { formatFullDayTime } from "@/lib/format/date";
import { subjectName } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import {
  delaySentences,
  remedySentence,
  requestFacts,
  serviceFacts,
} from "@/lib/requests/model/acknowledgement";
import { getReceipt } from "@/lib/requests/queries/get-receipt";

export const metadata = { title: "Votre demande est envoyée" };

export default async function SentPage({ params }: PageProps<"/mes-demandes/[reference]/envoyee">) {
  const { reference } = await params;
  const ctx = await getFilingContext(reference);
  if (ctx.actor.id === "") await requireResident(`/mes-demandes/${reference}/envoyee`);
  const receipt = await orNotFound(getReceipt(ctx, reference));
  const isVisitor = ctx.actor.kind === "visitor";
  const code = isVisitor ? await heldTrackingCode(ctx.actor.id) : null;
  const { organisationName, organisationKind, applicantEmail } = receipt;
  return (
    <Page>
      <FocusOnMount className="mt-4">
        <Notice tone="good" role="status">
          <h1 className="text-h2">Votre demande est envoyée</h1>
          <p className="mt-1">
            {`${subjectName(organisationName)} l’a reçue le ${formatFullDayTime(receipt.submittedAt)}. `}
            {applicantEmail && `Un accusé de réception part à ${applicantEmail}.`}
          </p>
        </Notice>
      </FocusOnMount>
      {code && (
        <TrackingCode code={code}>
          Il ouvre votre demande, sans compte. Il sera demandé pour la suivre et pour répondre.
        </TrackingCode>
      )}
      <div className="mt-8">
        <ProviderLine name={organisationName} kind={organisationKind} />
        <Facts facts={requestFacts(receipt, null)} />
      </div>
      <ReceiptLinks reference={reference} isVisitor={isVisitor} />
      <WhatNext
        delay={delaySentences(receipt)}
        remedy={remedySentence(receipt)}
        next={receipt.content.next}
      />
      <Section title={"Qui s’en occupe\u202f?"}>
        <Facts facts={serviceFacts(receipt)} />
      </Section>
    </Page>
  );
}
