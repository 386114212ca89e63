import { Button, ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { Csrf } from "@/components/ui/csrf";
import { Section } from "@/components/ui/page";

type Props = { action: (form: FormData) => Promise<void>; error?: string | undefined };

export function ClosureForm({ action, error }: Props) {
  return (
    <Section title="Demander la suppression">
      <p className="mt-3">
        Tous vos appareils seront déconnectés, et nous vous écrirons. Pour garder votre compte, il
        suffira de vous connecter pendant ces 30&nbsp;jours.
      </p>
      <form action={action} noValidate className="mt-5 space-y-5">
        <Csrf />
        <Checkbox
          name="understood"
          label="J’ai compris que mon compte sera effacé dans 30&nbsp;jours"
          error={error}
        />
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <Button look="danger" className="w-full sm:w-auto">
            Demander la suppression
          </Button>
          <ButtonLink look="link" href="/compte">
            Garder mon compte
          </ButtonLink>
        </div>
      </form>
    </Section>
  );
}
