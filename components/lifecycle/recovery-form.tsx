import { Button } from "@/components/ui/button";
import { Choice, Fieldset } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { TextArea, TextInput } from "@/components/ui/field";
import { EVIDENCE, EVIDENCE_LABELS } from "@/lib/lifecycle/model/recovery";
import type { Posted } from "@/lib/result";

type Props = { posted: Posted; action: (form: FormData) => Promise<void> };

/** One name for each box: a form that comes back keeps what was ticked. */
export function RecoveryForm({ posted, action }: Props) {
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
      <Fieldset id="evidence" legend="Ce que vous avez vérifié" error={posted.errors.evidence}>
        <div className="-ml-2">
          {EVIDENCE.map((each, index) => (
            <Choice
              key={each}
              type="checkbox"
              id={index === 0 ? "evidence" : `evidence.${each}`}
              name={`evidence.${each}`}
              value="oui"
              defaultChecked={posted.values[`evidence.${each}`] !== undefined}
              label={EVIDENCE_LABELS[each]}
            />
          ))}
        </div>
      </Fieldset>
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
