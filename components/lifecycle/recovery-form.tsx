import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { TextArea, TextInput } from "@/components/ui/field";
import { EVIDENCE, EVIDENCE_LABELS } from "@/lib/lifecycle/model/recovery";
import type { Posted } from "@/lib/result";

type Props = { posted: Posted; action: (form: FormData) => Promise<void> };

export function RecoveryForm({ posted, action }: Props) {
  const options = EVIDENCE.map((value) => ({ value, label: EVIDENCE_LABELS[value] }));
  return (
    <form action={action} noValidate className="mt-8 space-y-6">
      <Csrf />
      <TextInput
        {...fieldOf(posted, "email")}
        label="Adresse actuelle du compte"
        type="email"
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput
        {...fieldOf(posted, "newEmail")}
        label="Nouvelle adresse"
        hint="Celle que la personne lit aujourd’hui."
        type="email"
        autoComplete="off"
        spellCheck={false}
      />
      <Checkboxes
        name="evidence"
        label="Ce que vous avez vérifié"
        options={options}
        error={posted.errors.evidence}
      />
      <TextArea
        {...fieldOf(posted, "reason")}
        label="Ce qui est arrivé"
        hint="Par exemple&nbsp;: téléphone perdu, adresse d’un ancien employeur. Le numéro de la pièce d’identité n’est pas à écrire."
        rows={4}
      />
      <Button className="w-full sm:w-auto">Demander la récupération</Button>
    </form>
  );
}
