import { passSecondStep } from "@/lib/accounts/commands/second-step";
import { byTyped } from "@/lib/accounts/commands/typed-proof";
import { codeId } from "@/lib/accounts/schemas";
import { openAccountSession } from "@/lib/auth/account-session";
import { visitorId } from "@/lib/auth/csrf";
import { deviceName } from "@/lib/auth/device";
import { secondStepPath } from "@/lib/auth/enter";
import { goOn } from "@/lib/auth/identification";
import { networkAddress } from "@/lib/auth/network";
import { postedForm } from "@/lib/auth/posted-form";
import { parseInput } from "@/lib/errors";

/** Not an action: it leads back into a sign-in under way, whose cookie only that page is sent. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/connexion/verification/[id]/code">,
) {
  const { id } = await params;
  return postedForm(request, secondStepPath(id), async (form) => {
    const { field, proof } = byTyped(form);
    const place = { network: await networkAddress(), device: await deviceName() };
    const step = { id: parseInput(codeId, id), browser: await visitorId(), field };
    const { accountId, suite, ...how } = await passSecondStep(step, proof, place);
    await openAccountSession(accountId, how);
    return goOn(suite);
  });
}
