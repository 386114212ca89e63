import { PrintButton } from "@/components/forms/print-button";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import type { Status } from "@/lib/requests/model";
import { WithdrawForm } from "./withdraw-form";

type Props = {
  request: {
    reference: string;
    status: Status;
    revision: number;
    slug: string;
    organisationSlug: string;
    organisationName: string;
  };
  canWithdraw: boolean;
  withdraw: (form: FormData) => Promise<void>;
};

const LINK = "inline-flex min-h-11 items-center gap-2";

const againHref = ({ slug, organisationSlug }: Props["request"]) =>
  `/demarches/${slug}?organisme=${organisationSlug}`;

export function OtherActions({ request, canWithdraw, withdraw }: Props) {
  const { reference, revision, organisationName } = request;
  return (
    <section className="no-print mt-12">
      <h2 className="text-h2">Autres actions</h2>
      <ul className="mt-2">
        <li>
          <a href={againHref(request)} className={LINK}>
            <Icon name="copy" />
            Refaire la même démarche
          </a>
        </li>
        <li>
          <span className={`${LINK} text-brand noscript:hidden`}>
            <Icon name="printer" />
            <PrintButton className="min-h-11 cursor-pointer underline underline-offset-[0.2em]">
              Imprimer ce suivi
            </PrintButton>
          </span>
        </li>
        {canWithdraw && (
          <li>
            <Dialog
              href={`/mes-demandes/${reference}/annuler`}
              id="annuler"
              title={"Annuler votre demande\u202f?"}
              keep="Garder ma demande"
              keepClass={buttonClass("outline")}
              triggerClass={`${LINK} text-bad hover:text-bad`}
              trigger={
                <>
                  <Icon name="ban" />
                  Annuler ma demande
                </>
              }
            >
              <WithdrawForm
                action={withdraw}
                revision={revision}
                organisationName={organisationName}
              />
            </Dialog>
          </li>
        )}
      </ul>
    </section>
  );
}
