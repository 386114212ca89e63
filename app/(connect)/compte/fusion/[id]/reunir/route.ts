import { openAccountSession } from "@/lib/auth/account-session";
import { postedForm } from "@/lib/auth/posted-form";
import { ownSession, requireRecentProof } from "@/lib/auth/proof";
import { BY_PASSWORD } from "@/lib/connect/model";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";
import { mergeAccounts } from "@/lib/lifecycle/commands/merge-accounts";
import { mergeInput } from "@/lib/lifecycle/schemas";

/** The account that stays is open here again, as surely as it was proven: by this session, or just now. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/compte/fusion/[id]/reunir">,
) {
  const { id } = await params;
  return postedForm(request, `/compte/fusion/${id}`, async (form) => {
    const ctx = await requireRecentProof("/compte/fusion");
    const { accountId, authentication, isShared } = await ownSession();
    const input = parseInput(mergeInput, { proofId: id, keptId: form.get("keptId") ?? undefined });
    const { keptId, proof } = await mergeAccounts(ctx, input);
    const otherWay = proof === "code" ? { amr: ["otp"] } : BY_PASSWORD;
    await openAccountSession(keptId, {
      isShared,
      isProven: true,
      authentication: keptId === accountId || proof === "franceconnect" ? authentication : otherWay,
    });
    return doneAt("/compte", "comptes-reunis");
  });
}
