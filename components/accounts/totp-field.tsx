import { fieldOf } from "@/components/ui/control";
import { TextInput } from "@/components/ui/field";
import type { Posted } from "@/lib/result";

/** The six digits that an application shows now. */
export function TotpField({ posted }: { posted: Posted }) {
  return (
    <TextInput
      {...fieldOf(posted, "code")}
      value={undefined}
      label={"Code à 6\u00a0chiffres de l’application"}
      hint={"Il change toutes les 30\u00a0secondes."}
      width="medium"
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
    />
  );
}
