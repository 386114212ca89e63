import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Section } from "@/components/ui/page";
import { plural } from "@/lib/format/number";
import { type Duties, HandOverForm } from "./hand-over-form";

type Props = {
  unit: { name: string };
  /** Of the unit's page. */
  path: string;
  duties: Duties;
  targets: readonly { id: string; name: string }[];
  close: (form: FormData) => Promise<void>;
};

/** A unit that still has something to do hands it over first; then it can be closed. */
export function UnitClosing({ unit, path, duties, targets, close }: Props) {
  const { procedures, requests } = duties;
  const isBusy = procedures + requests > 0;
  return (
    <>
      {isBusy && (
        <Section title="Confier à un autre service">
          {targets.length > 0 ? (
            <HandOverForm action={`${path}/confier`} duties={duties} targets={targets} />
          ) : (
            <p className="mt-3">C’est le seul service. Ajoutez-en d’abord un autre.</p>
          )}
        </Section>
      )}
      <Section title="Fermer ce service">
        <p className="mt-3">
          Il reçoit {plural(procedures, "démarche")} et suit {plural(requests, "demande")}.{" "}
          {isBusy
            ? "Confiez-les d’abord à un autre service\u00a0: il ne peut pas être fermé avant."
            : "Une fois fermé, il n’est plus proposé nulle part. Ses demandes passées restent lisibles."}
        </p>
        {!isBusy && (
          <form action={close} className="mt-4">
            <Csrf />
            <Button look="danger-outline">Fermer le service {unit.name}</Button>
          </form>
        )}
      </Section>
    </>
  );
}
