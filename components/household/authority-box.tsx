import { Checkbox } from "@/components/ui/choices";

/** Nobody checks it here: a service may ask for the family record book. Said on one’s honour (code pénal, art. 441-6). */
export function AuthorityBox({ error }: { error?: string | undefined }) {
  return (
    <Checkbox
      name="authority"
      error={error}
      label={
        <>
          Je déclare <strong>sur l’honneur</strong> exercer l’autorité parentale sur cet enfant.
        </>
      }
      hint="Un service peut vous demander un justificatif. Une fausse déclaration est punie par la loi."
    />
  );
}
