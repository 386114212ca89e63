import { notFound } from "next/navigation";
import { CodeNote } from "@/components/forms/code-note";
import { DraftHeading } from "@/components/forms/draft-heading";
import { OtherWindow } from "@/components/forms/other-window";
import { StepErrors } from "@/components/forms/step-errors";
import { StepForm } from "@/components/forms/step-form";
import { StepHead } from "@/components/forms/step-head";
import { STEP_FORM } from "@/components/forms/step-ids";
import { Page } from "@/components/ui/page";
import { heldTrackingCode } from "@/lib/auth/tracking";
import { pageTitle } from "@/lib/format/text";
import { openStep } from "@/lib/forms/model/open-step";
import { takePosted } from "@/lib/posted";
import { openDraft } from "@/lib/requests/queries/open-draft";
import { NOTHING_POSTED } from "@/lib/result";
import { loadView } from "./load-view";

type Props = PageProps<"/mes-demandes/[reference]/[step]">;

export async function generateMetadata({ params, searchParams }: Props) {
  const [{ reference, step: stepId }, search] = [await params, await searchParams];
  const { draft } = await openDraft(reference);
  const open = openStep(draft, stepId, NOTHING_POSTED, { isRefused: "erreurs" in search });
  const hasErrors = "retour" in search || Object.keys(open?.errors ?? {}).length > 0;
  return { title: pageTitle(open?.step.title ?? draft.title, hasErrors) };
}

export default async function StepPage({ params, searchParams }: Props) {
  const [{ reference, step: stepId }, search] = [await params, await searchParams];
  const { ctx, draft } = await openDraft(reference);
  const posted = await takePosted(search);
  const open = openStep(draft, stepId, posted, { isRefused: "erreurs" in search });
  if (!open) notFound();

  const { step, errors, back, next, progress } = open;
  const view = await loadView(ctx, draft, open);
  const isChecking = "verifier" in search;
  const address = `/api/drafts/${reference}/${stepId}`;
  const recap = { href: "recapitulatif", label: "Revenir à la vérification" };
  return (
    <Page>
      <StepHead back={isChecking ? recap : back} savedAt={draft.savedAt} />
      <StepErrors errors={errors} form={STEP_FORM} address={address} />
      <DraftHeading draft={draft} progress={progress} title={step.title} next={next}>
        {step.hint && <p className="mt-3">{step.hint}</p>}
      </DraftHeading>
      <OtherWindow rows={open.elsewhere} files={view.files} savedAt={draft.savedAt} />
      <StepForm
        step={step}
        view={view}
        action={isChecking ? `${address}?verifier=1` : address}
        since={draft.writtenFrom[stepId] ?? ""}
      />
      <CodeNote code={ctx.actor.kind === "visitor" ? await heldTrackingCode(ctx.actor.id) : null} />
    </Page>
  );
}
