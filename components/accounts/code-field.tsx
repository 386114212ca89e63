import { fieldOf } from "@/components/ui/control";
import { TextInput } from "@/components/ui/field";
import type { Posted } from "@/lib/result";

type Props = { posted: Posted; digits: number; minutes: number };

/** Phones offer the code they just received; spaces may be typed as they are in the mail. */
export function CodeField({ posted, digits, minutes }: Props) {
  return (
    <TextInput
      {...fieldOf(posted, "code")}
      value={undefined}
      label={`Code à ${digits}\u00a0chiffres`}
      hint={`Valable ${minutes}\u00a0minutes après l’envoi.`}
      width="medium"
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
    />
  );
}
