import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea, TextInput } from "@/components/ui/field";
import { Section } from "@/components/ui/page";
import type { Posted } from "@/lib/result";

type Action = (form: FormData) => Promise<void>;
type Props = { scopes: readonly string[]; posted: Posted; action: Action };

const DECISIONS = [
  { value: "accept", label: "Accepter" },
  { value: "refuse", label: "Refuser" },
];

const SCOPE_DECISIONS = [
  { value: "oui", label: "Accordée" },
  { value: "non", label: "Non accordée" },
];

/** The Métropole's answer: as a whole, and scope by scope. */
export function ReviewForm({ scopes, posted, action }: Props) {
  const { values, errors } = posted;
  return (
    <>
      <ErrorSummary errors={errors} />
      <form action={action} noValidate className="mt-4 space-y-6">
        <Csrf />
        <Radios
          {...fieldOf(posted, "decision")}
          label="La mise en production"
          options={DECISIONS}
          inline
        />
        {scopes.map((scope) => (
          <div key={scope} className="border-l-4 border-line pl-4">
            <Radios
              name={`portee.${scope}`}
              label={`Portée ${scope}`}
              value={values[`portee.${scope}`] ?? "oui"}
              options={SCOPE_DECISIONS}
              inline
            />
            <div className="mt-2">
              <TextInput
                {...fieldOf(posted, `motif.${scope}`)}
                label={`Pourquoi ${scope} n’est pas accordée`}
                optional
              />
            </div>
          </div>
        ))}
        <TextArea
          {...fieldOf(posted, "reason")}
          label="Message au partenaire"
          hint="En cas de refus, le motif et ce qu’il faut changer."
          optional={values.decision !== "refuse"}
        />
        <Button>Envoyer la réponse</Button>
      </form>
    </>
  );
}

export function SuspendForm({ isSuspended, action }: { isSuspended: boolean; action: Action }) {
  return (
    <Section title={isSuspended ? "Rétablir le service" : "Suspendre le service"}>
      <p className="mt-3">
        {isSuspended
          ? "Les personnes pourront de nouveau s’y connecter."
          : "Plus personne ne pourra s’y connecter, et les jetons déjà donnés n’ouvrent plus rien. Le partenaire est prévenu."}
      </p>
      <form action={action} className="mt-4">
        <Csrf />
        <Button look={isSuspended ? "outline" : "danger-outline"}>
          {isSuspended ? "Rétablir le service" : "Suspendre le service"}
        </Button>
      </form>
    </Section>
  );
}
