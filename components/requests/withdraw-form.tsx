import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { subjectName } from "@/lib/format/text";

type Props = {
  action: (form: FormData) => Promise<void>;
  revision: number;
  organisationName: string;
};

/** The question and its yes; the way out is beside it, in the dialog or on the page. */
export function WithdrawForm({ action, revision, organisationName }: Props) {
  return (
    <form action={action} className="mt-3">
      <Csrf />
      <input type="hidden" name="revision" value={revision} />
      <p>
        {`${subjectName(organisationName)} arrêtera de la traiter. Vous ne pourrez pas revenir en arrière, mais vous pourrez déposer une nouvelle demande.`}
      </p>
      <p className="mt-5">
        <Button look="danger">Annuler ma demande</Button>
      </p>
    </form>
  );
}
