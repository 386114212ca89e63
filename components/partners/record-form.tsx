import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page";
import { RECORD_FIELDS } from "@/lib/partners/model/review";
import type { Posted } from "@/lib/result";
import { Addresses } from "./addresses";

type Props = {
  posted: Posted;
  send: (form: FormData) => Promise<void>;
  /** Every line of the checklist is green. */
  isChecked: boolean;
};

function ProcessingRecord({ posted }: Pick<Props, "posted">) {
  return (
    <Section title="Le registre de traitement">
      <p className="mt-3">
        À remplir avec votre délégué à la protection des données (RGPD, article{"\u00a0"}30).
      </p>
      <div className="mt-4 space-y-6">
        {RECORD_FIELDS.map(([name, label, hint]) => (
          <TextArea key={name} {...fieldOf(posted, name)} label={label} hint={hint} rows={3} />
        ))}
        <TextInput
          {...fieldOf(posted, "dpoName")}
          label="Nom du délégué à la protection des données"
        />
        <TextInput {...fieldOf(posted, "dpoEmail")} label="Son courriel" type="email" />
      </div>
    </Section>
  );
}

/** The request for production: saved as often as wanted, checked when it is sent. */
export function RecordForm({ posted, send, isChecked }: Props) {
  return (
    <>
      <ErrorSummary errors={posted.errors} />
      {!isChecked && (
        <Notice tone="info" className="mt-6" title="Les vérifications ne sont pas finies">
          <p>Vous pouvez remplir cette page et l’enregistrer. Elle partira quand tout sera vert.</p>
        </Notice>
      )}
      <form action={send} noValidate>
        <Csrf />
        <ProcessingRecord posted={posted} />
        <Addresses
          posted={posted}
          title="Les adresses de production"
          lead="En https, avec un nom de domaine complet."
          hint="Une par ligne."
        />
        <div className="mt-10 flex flex-wrap gap-4">
          <Button name="suite" value="envoyer">
            Envoyer la demande à la Métropole
          </Button>
          <Button look="outline" name="suite" value="enregistrer">
            Enregistrer sans envoyer
          </Button>
        </div>
      </form>
    </>
  );
}
