import { passByPasskey } from "@/lib/accounts/commands/sign-in-by-passkey";
import { codeId } from "@/lib/accounts/schemas";
import { signedPasskeyInput } from "@/lib/accounts/schemas/passkeys";
import { openAccountSession } from "@/lib/auth/account-session";
import { visitorId } from "@/lib/auth/csrf";
import { deviceName } from "@/lib/auth/device";
import { secondStepPath } from "@/lib/auth/enter";
import { goOn } from "@/lib/auth/identification";
import { networkAddress } from "@/lib/auth/network";
import { postedForm } from "@/lib/auth/posted-form";
import { parseInput } from "@/lib/errors";

export async function POST(
  request: Request,
  { params }: RouteContext<"/connexion/verification/[id]/cle">,
) {
  const { id } = await params;
  return postedForm(request, secondStepPath(id), async (form) => {
    const signed = parseInput(signedPasskeyInput, Object.fromEntries(form));
    const place = { network: await networkAddress(), device: await deviceName() };
    const step = parseInput(codeId, id);
    const { accountId, suite, ...how } = await passByPasskey(
      step,
      signed,
      await visitorId(),
      place,
    );
    await openAccountSession(accountId, how);
    return goOn(suite);
  });
}
