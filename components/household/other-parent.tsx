import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { TextInput } from "@/components/ui/field";
import { Section } from "@/components/ui/page";
import { formatDay } from "@/lib/format/date";
import type { Posted } from "@/lib/result";

type Action = (form: FormData) => Promise<void>;

type Props = {
  hasTwo: boolean;
  waiting: { inviteeEmail: string; answerBy: Date } | null;
  invite: Action;
  cancel: Action | null;
  posted: Posted;
};

/** Sharing a child with the other parent, who accepts or not. */
export function OtherParent({ hasTwo, waiting, invite, cancel, posted }: Props) {
  if (hasTwo)
    return (
      <Section title="L’autre parent">
        <p className="mt-3">Cet enfant est aussi dans le foyer de son autre parent.</p>
      </Section>
    );
  return (
    <Section title="L’autre parent">
      {waiting && cancel && (
        <form action={cancel} className="mt-3">
          <Csrf />
          <p>
            Proposé à <strong className="break-all">{waiting.inviteeEmail}</strong>, qui peut
            répondre jusqu’au {formatDay(waiting.answerBy)}.
          </p>
          <Button look="outline" className="mt-3">
            Annuler la proposition
          </Button>
        </form>
      )}
      <form action={invite} noValidate className="mt-4 space-y-5">
        <Csrf />
        <TextInput
          {...fieldOf(posted, "email")}
          label="Courriel de l’autre parent"
          hint="S’il accepte, vous verrez et corrigerez tous les deux ces informations."
          type="email"
          autoComplete="off"
        />
        <Button look="outline">Proposer de partager cet enfant</Button>
      </form>
    </Section>
  );
}
