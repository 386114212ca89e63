import { fieldOf } from "@/components/ui/control";
import { TextInput } from "@/components/ui/field";
import type { Posted } from "@/lib/result";

/** Who a child is, as the civil registry has it. */
export function ChildFields({ posted }: { posted: Posted }) {
  return (
    <>
      <TextInput {...fieldOf(posted, "givenName")} label="Prénom" autoComplete="off" />
      <TextInput {...fieldOf(posted, "familyName")} label="Nom de naissance" autoComplete="off" />
      <TextInput
        {...fieldOf(posted, "birthdate")}
        label="Date de naissance"
        hint="Exemple&nbsp;: 27/03/2018"
        inputMode="numeric"
        autoComplete="off"
        width="date"
      />
      <TextInput
        {...fieldOf(posted, "birthplace")}
        label="Lieu de naissance"
        hint="La commune, ou le pays s’il n’est pas né en France."
        autoComplete="off"
      />
    </>
  );
}
