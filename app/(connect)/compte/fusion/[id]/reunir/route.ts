import { signInPath } from "@/lib/accounts/model";
import { findAccountSession, openAccountSession } from "@/lib/auth/account-session";
import { postedForm } from "@/lib/auth/posted-form";
import { confirmPath, hasRecentProof } from "@/lib/auth/proof";
import { type Authentication, BY_PASSWORD, withSecondProof } from "@/lib/connect/model";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";
import { mergeAccounts } from "@/lib/lifecycle/commands/merge-accounts";
import type { MergeProof } from "@/lib/lifecycle/model";
import { mergeInput } from "@/lib/lifecycle/schemas";

/** How the other account was proven. By FranceConnect: the session was too, for the same person. */
const OTHER_WAY: Record<MergeProof, Authentication | null> = {
  password: BY_PASSWORD,
  code: { amr: ["otp"] },
  franceconnect: null,
  passkey: withSecondProof({ amr: [] }, ["swk"]),
  "second-step": withSecondProof(BY_PASSWORD, ["otp"]),
};

/** The account that stays is open here again, as surely as it was proven: by this session, or just now. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/compte/fusion/[id]/reunir">,
) {
  const { id } = await params;
  const page = `/compte/fusion/${id}`;
  return postedForm(request, page, async (form) => {
    const session = await findAccountSession();
    if (!session) return signInPath("/compte/fusion");
    if (!(await hasRecentProof())) return confirmPath(page);
    const { accountId, authentication, isShared } = session;
    const ctx = { actor: { kind: "account", id: accountId } } as const;
    const input = parseInput(mergeInput, { proofId: id, keptId: form.get("keptId") ?? undefined });
    const { keptId, proof } = await mergeAccounts(ctx, input);
    await openAccountSession(keptId, {
      isShared,
      isProven: true,
      authentication: (keptId !== accountId && OTHER_WAY[proof]) || authentication,
    });
    return doneAt("/compte", "comptes-reunis");
  });
}
