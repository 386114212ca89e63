import { byPasskey } from "@/lib/accounts/commands/sign-in-by-passkey";
import { codeId } from "@/lib/accounts/schemas";
import { signedPasskeyInput } from "@/lib/accounts/schemas/passkeys";
import { afterOtherProof, merging, otherStepPath, provingPlace } from "@/lib/auth/merging";
import { postedForm } from "@/lib/auth/posted-form";
import { parseInput } from "@/lib/errors";
import { proveOtherBySecondStep } from "@/lib/lifecycle/commands/prove-other";

export async function POST(
  request: Request,
  { params }: RouteContext<"/compte/fusion/verification/[id]/cle">,
) {
  const { id } = await params;
  return postedForm(request, otherStepPath(id), (form) =>
    merging(async (ctx) => {
      const signed = parseInput(signedPasskeyInput, Object.fromEntries(form));
      const place = await provingPlace();
      const step = { id: parseInput(codeId, id), field: "root" };
      const second = await byPasskey(step.id, signed, place.browser);
      return afterOtherProof({ proofId: await proveOtherBySecondStep(ctx, step, second, place) });
    }),
  );
}
