import { Choice, Fieldset, Radios } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { TextInput } from "@/components/ui/field";
import {
  DURATION_LABELS,
  DURATIONS,
  KIND_LABELS,
  MANDATE_KINDS,
  type Side,
} from "@/lib/mandates/model";
import type { Posted } from "@/lib/result";

type Named = { id: string; name: string };

type Props = {
  side: Side;
  posted: Posted;
  services: readonly Named[];
  organisations: readonly Named[];
  portal: Named;
};

const EMAIL: Record<Side, { label: string; hint: string }> = {
  person: {
    label: "Courriel de la personne qui vous aidera",
    hint: "Elle recevra votre proposition à cette adresse. Rien ne change avant sa réponse.",
  },
  helper: {
    label: "Courriel de la personne que vous aiderez",
    hint: "Elle recevra votre proposition à cette adresse, et décidera. Ne demandez jamais son mot de passe.",
  },
};

const KINDS: Record<Side, string> = {
  person: "Qui vous aidera\u202f?",
  helper: "À quel titre aidez-vous\u202f?",
};

type BoxesProps = {
  prefix: string;
  /** Where the error summary lands: the first box. */
  id: string;
  legend: string;
  hint: string;
  named: readonly Named[];
  posted: Posted;
};

/** One box for each, named after it: a form sends each name once. */
function Boxes({ prefix, id, legend, hint, named, posted }: BoxesProps) {
  return (
    <Fieldset id={id} legend={legend} hint={hint} error={posted.errors[id]}>
      <div className="-ml-2">
        {named.map((one, index) => (
          <Choice
            key={one.id}
            type="checkbox"
            id={index === 0 ? id : `${prefix}${one.id}`}
            name={`${prefix}${one.id}`}
            value="oui"
            defaultChecked={posted.values[`${prefix}${one.id}`] !== undefined}
            label={one.name}
          />
        ))}
      </div>
    </Fieldset>
  );
}

function Where({ posted, services, organisations, portal }: Omit<Props, "side">) {
  return (
    <>
      <Boxes
        prefix="service-"
        id="clientIds"
        legend={"Dans quels services\u202f?"}
        hint="Rien n’est coché d’avance."
        named={services}
        posted={posted}
      />
      <Radios
        name="everywhere"
        label={`Dans «\u00a0${portal.name}\u00a0»`}
        options={[
          { value: "oui", label: "Toutes les démarches" },
          { value: "non", label: "Seulement celles des collectivités cochées ici" },
        ]}
        value={posted.values.everywhere ?? "oui"}
        error={posted.errors.everywhere}
      />
      <Boxes
        prefix="organisation-"
        id="organisationIds"
        legend="Collectivités"
        hint="Sans effet si vous avez choisi toutes les démarches."
        named={organisations}
        posted={posted}
      />
    </>
  );
}

/** Who, for what, for how long. Without a script, every question is there. */
export function MandateFields({ side, posted, ...where }: Props) {
  return (
    <>
      <TextInput {...fieldOf(posted, "email")} {...EMAIL[side]} type="email" autoComplete="off" />
      <Radios
        {...fieldOf(posted, "kind")}
        label={KINDS[side]}
        options={MANDATE_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))}
      />
      <TextInput
        {...fieldOf(posted, "structure")}
        label="Nom de la structure"
        hint="Pour un aidant professionnel seulement, par exemple une Maison France services ou un centre social."
        autoComplete="organization"
        optional
      />
      <Where posted={posted} {...where} />
      <Radios
        {...fieldOf(posted, "duration")}
        label={"Combien de temps\u202f?"}
        options={DURATIONS.map((value) => ({
          value,
          label: DURATION_LABELS[value],
          ...(value === "day" && { hint: "Pour une aide au guichet, par exemple." }),
        }))}
      />
    </>
  );
}
