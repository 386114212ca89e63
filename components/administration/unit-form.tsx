import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
import type { Posted } from "@/lib/result";

type Props = {
  /** Of the unit to add. */
  id?: string;
  unit?: { name: string; phone: string | null };
  posted: Posted;
  action: (form: FormData) => Promise<void>;
  label: string;
};

export function UnitForm({ id, unit, posted, action, label }: Props) {
  return (
    <>
      <ErrorSummary errors={posted.errors} />
      <form action={action} noValidate className="mt-4 space-y-6">
        <Csrf />
        {id && <input type="hidden" name="id" value={posted.values.id ?? id} />}
        <TextInput
          name="name"
          label="Nom du service"
          hint={
            "Comme il est écrit aux usagers\u00a0: «\u00a0Affaires scolaires\u00a0», «\u00a0Propreté\u00a0»."
          }
          value={posted.values.name ?? unit?.name}
          error={posted.errors.name}
        />
        <TextInput
          name="phone"
          label="Téléphone du service"
          hint="Sans numéro, celui de la collectivité est donné."
          type="tel"
          width="medium"
          optional
          value={posted.values.phone ?? unit?.phone ?? ""}
          error={posted.errors.phone}
        />
        <Button>{label}</Button>
      </form>
    </>
  );
}
