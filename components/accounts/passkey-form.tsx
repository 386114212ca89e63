import { buttonClass } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Icon } from "@/components/ui/icon";
import type { ChallengePurpose } from "@/lib/accounts/model/factors";
import { PasskeyButton } from "./passkey-button";

type Props = {
  /** A path to post to, or a Server Action. */
  action: string | ((form: FormData) => Promise<void>);
  purpose: ChallengePurpose;
  step?: string;
  label: string;
};

/** Without JavaScript, or passkeys, nothing of it is shown. */
export function PasskeyForm({ action, purpose, step, label }: Props) {
  return (
    <form action={action} {...(typeof action === "string" && { method: "post" })} className="mt-6">
      <Csrf />
      <PasskeyButton
        purpose={purpose}
        {...(step && { step })}
        className={buttonClass("outline", "w-full sm:w-auto")}
      >
        <Icon name="key-round" />
        <span>{label}</span>
      </PasskeyButton>
    </form>
  );
}
