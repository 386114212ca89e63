import type { StepView } from "@/components/forms/view";
import { ownChildren } from "@/lib/auth/household";
import type { Context } from "@/lib/context";
import { childBlocks } from "@/lib/forms/model/children";
import type { openStep } from "@/lib/forms/model/open-step";
import type { Draft } from "@/lib/requests/queries/get-draft";
import { getStepFiles } from "@/lib/requests/queries/step-files";

type Open = NonNullable<ReturnType<typeof openStep>>;

/** All that the controls of this step show. */
export async function loadView(
  ctx: Context,
  draft: Draft,
  { step, typed, errors }: Open,
): Promise<StepView> {
  return {
    reference: draft.reference,
    near: draft.organisationInsee,
    origins: draft.origins,
    typed,
    errors,
    household: childBlocks(step).length > 0 ? await ownChildren() : null,
    ...(await getStepFiles(ctx, draft, step, typed)),
  };
}
