import { signInByPasskey } from "@/lib/accounts/commands/sign-in-by-passkey";
import { continuation, signInPath } from "@/lib/accounts/model";
import { signedPasskeyInput } from "@/lib/accounts/schemas/passkeys";
import { visitorId } from "@/lib/auth/csrf";
import { deviceName } from "@/lib/auth/device";
import { enter } from "@/lib/auth/enter";
import { networkAddress } from "@/lib/auth/network";
import { postedForm } from "@/lib/auth/posted-form";
import { parseInput } from "@/lib/errors";

/** Not an action: it leads back into a sign-in under way, whose cookie only that page is sent. */
export async function POST(request: Request) {
  const suite = continuation(new URL(request.url).searchParams.get("suite"));
  return postedForm(request, signInPath(suite), async (form) => {
    const signed = parseInput(signedPasskeyInput, Object.fromEntries(form));
    const place = { network: await networkAddress(), device: await deviceName() };
    const { accountId, authentication } = await signInByPasskey(signed, await visitorId(), place);
    return enter(accountId, { authentication, isShared: form.get("shared") === "oui", suite });
  });
}
