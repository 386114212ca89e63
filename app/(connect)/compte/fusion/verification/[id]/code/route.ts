import { byTyped } from "@/lib/accounts/commands/typed-proof";
import { codeId } from "@/lib/accounts/schemas";
import { afterOtherProof, merging, otherStepPath, provingPlace } from "@/lib/auth/merging";
import { postedForm } from "@/lib/auth/posted-form";
import { parseInput } from "@/lib/errors";
import { proveOtherBySecondStep } from "@/lib/lifecycle/commands/prove-other";

export async function POST(
  request: Request,
  { params }: RouteContext<"/compte/fusion/verification/[id]/code">,
) {
  const { id } = await params;
  return postedForm(request, otherStepPath(id), (form) =>
    merging(async (ctx) => {
      const { field, proof } = byTyped(form);
      const step = { id: parseInput(codeId, id), field };
      const proofId = await proveOtherBySecondStep(ctx, step, proof, await provingPlace());
      return afterOtherProof({ proofId });
    }),
  );
}
