import type { ReactNode } from "react";
import { controlAttributes, controlClass } from "@/components/ui/control";
import { Field } from "@/components/ui/field";
import { PasswordStrength } from "./password-strength";
import { ShowPassword } from "./show-password";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** `new`: the browser may offer one; `current`: it fills in the one it knows. */
  kind: "new" | "current";
};

export function PasswordField({ name, label, hint, error, kind }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <div className="flex gap-2">
        <input
          {...controlAttributes(name, { hint, error })}
          name={name}
          type="password"
          autoComplete={`${kind}-password`}
          spellCheck={false}
          autoCapitalize="none"
          className={controlClass(error)}
        />
        <ShowPassword field={name} />
      </div>
      {kind === "new" && <PasswordStrength field={name} />}
    </Field>
  );
}

/** CNIL 2022-100: length, no composition rule. */
export const NEW_PASSWORD_HINT =
  "12\u00a0caractères au moins. Le plus simple\u00a0: quatre mots sans rapport entre eux.";
