import { CertifyGate } from "@/components/forms/certify-gate";
import { DraftHeading } from "@/components/forms/draft-heading";
import { MissingAnswers, Readers, Recap } from "@/components/forms/recap";
import { SendForm } from "@/components/forms/send-form";
import { StepHead } from "@/components/forms/step-head";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page } from "@/components/ui/page";
import { helperOf } from "@/lib/auth/actor";
import { certifyAddress } from "@/lib/auth/certify-path";
import { listFiles } from "@/lib/files/queries/files";
import { pageTitle } from "@/lib/format/text";
import { openRecap } from "@/lib/forms/model/open-step";
import { takePosted } from "@/lib/posted";
import { missingCertificate } from "@/lib/requests/queries/certification";
import { openDraft } from "@/lib/requests/queries/open-draft";
import { submitRequestAction, takeCertifiedAction } from "./actions";

type Props = PageProps<"/mes-demandes/[reference]/recapitulatif">;
const TITLE = "Vérifiez votre demande";

export async function generateMetadata({ searchParams }: Props) {
  return { title: pageTitle(TITLE, "retour" in (await searchParams)) };
}

export default async function RecapPage({ params, searchParams }: Props) {
  const [{ reference }, search] = [await params, await searchParams];
  const { ctx, draft } = await openDraft(reference);
  const { errors } = await takePosted(search);
  const { sections, fileIds, missing, progress, back } = openRecap(draft);
  const files = new Map((await listFiles(ctx, fileIds)).map((file) => [file.id, file]));
  const at = `/mes-demandes/${reference}`;
  const certificate = await missingCertificate(ctx, draft);
  return (
    <Page>
      <StepHead back={back} savedAt={draft.savedAt} />
      <ErrorSummary errors={errors} />
      <DraftHeading draft={draft} progress={progress} title={TITLE}>
        <p className="mt-3 text-lead">Relisez vos réponses. Rien n’est encore envoyé.</p>
      </DraftHeading>
      <MissingAnswers draft={at} missing={missing} />
      <Recap draft={at} sections={sections} files={files} />
      <Readers {...draft} retention={draft.content.retention} />
      {certificate ? (
        <CertifyGate
          href={certificate === "certify" ? certifyAddress(`${at}/recapitulatif`) : null}
          action={takeCertifiedAction.bind(null, reference)}
          isHelped={helperOf(ctx.actor) !== null}
        />
      ) : (
        <SendForm
          action={submitRequestAction}
          reference={reference}
          declaration={draft.definition.declaration}
          recipient={draft.organisationName}
          error={errors.declaration}
        />
      )}
    </Page>
  );
}
