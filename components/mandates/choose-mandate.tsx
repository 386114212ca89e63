import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/choices";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { formatDayTime } from "@/lib/format/date";
import type { Posted } from "@/lib/result";

type Mandate = { id: string; personName: string | null; endsAt: Date | null };

type Props = {
  action: string;
  /** The name of the service. */
  service: string;
  mandates: readonly Mandate[];
  asked: string | null;
  posted: Posted;
};

/** A helper says in whose name they go on. */
export function ChooseMandate({ action, service, mandates, asked, posted }: Props) {
  const people = mandates.map(({ id, personName, endsAt }) => ({
    value: id,
    label: `Pour ${personName ?? "une personne"}`,
    ...(endsAt && { hint: `Mandat jusqu’au ${formatDayTime(endsAt)}` }),
  }));
  return (
    <Page>
      <PageTitle
        lead={
          <>
            Vous continuerez vers <strong>{service}</strong>.
          </>
        }
      >
        Pour qui venez-vous&#8239;?
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <form method="post" action={action} className="mt-8 space-y-6">
        <Csrf />
        <Radios
          name="mandate"
          label="Vous agissez"
          hint="Au nom d’une autre personne, chaque démarche portera vos deux noms, et elle le verra dans son journal."
          options={[{ value: "none", label: "Pour moi" }, ...people]}
          value={posted.values.mandate ?? asked ?? undefined}
          error={posted.errors.mandate}
        />
        <Button className="w-full sm:w-auto sm:px-8" iconAfter="arrow-right">
          Continuer
        </Button>
      </form>
    </Page>
  );
}
