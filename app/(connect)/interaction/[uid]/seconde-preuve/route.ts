import { asksSecond } from "@/lib/accounts/commands/second-step";
import { findAccountSession } from "@/lib/auth/account-session";
import { rememberContinuation } from "@/lib/auth/continuation";
import { enter } from "@/lib/auth/enter";
import { postedForm } from "@/lib/auth/posted-form";

/** An agent whose session rests on one proof: gives the second one, or goes and adds it. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/interaction/[uid]/seconde-preuve">,
) {
  const { uid } = await params;
  const page = `/interaction/${uid}`;
  return postedForm(request, page, async () => {
    const session = await findAccountSession();
    if (!session) return page;
    const { accountId, isShared, authentication } = session;
    if (await asksSecond(accountId))
      return enter(accountId, { isShared, authentication, suite: page });
    await rememberContinuation(page);
    return "/compte/connexion";
  });
}
