import { Button } from "@/components/ui/button";
import { Choice, Fieldset, Radios } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
import { AGENT_ROLES, type AgentRole, ROLE_LABELS } from "@/lib/organisations/model";
import { UNIT_CONTROL } from "@/lib/organisations/schemas";
import type { Posted } from "@/lib/result";

const HINTS: Record<AgentRole, string> = {
  agent: "Traite les demandes des services cochés ci-dessous.",
  manager: "Traite les demandes de tous les services.",
  administrator: "Tient à jour coordonnées, services et agents. Ne lit aucune demande.",
  dpo: "Vérifie le registre des consentements. Ne lit aucune demande.",
};

type Props = {
  units: readonly { id: string; name: string }[];
  posted: Posted;
  action: (form: FormData) => Promise<void>;
};

export function RoleForm({ units, posted, action }: Props) {
  return (
    <>
      <ErrorSummary errors={posted.errors} />
      <form action={action} noValidate className="mt-4 space-y-6">
        <Csrf />
        <TextInput
          {...fieldOf(posted, "email")}
          label="Courriel professionnel"
          hint="La personne se connecte avec un compte à cette adresse."
          type="email"
        />
        <TextInput {...fieldOf(posted, "givenName")} label="Prénom" width="medium" />
        <TextInput {...fieldOf(posted, "familyName")} label="Nom" width="medium" />
        <Radios
          {...fieldOf(posted, "role")}
          label="Rôle"
          options={AGENT_ROLES.map((value) => ({
            value,
            label: ROLE_LABELS[value],
            hint: HINTS[value],
          }))}
        />
        <Fieldset
          id="unitIds"
          legend="Services"
          hint="Pour le rôle d’agent seulement."
          error={posted.errors.unitIds}
        >
          <div className="-ml-2">
            {units.map(({ id, name }, index) => (
              <Choice
                key={id}
                type="checkbox"
                id={index === 0 ? "unitIds" : `unit-${id}`}
                name={UNIT_CONTROL + id}
                defaultChecked={UNIT_CONTROL + id in posted.values}
                label={name}
              />
            ))}
          </div>
        </Fieldset>
        <Button>Donner ce rôle</Button>
      </form>
    </>
  );
}
