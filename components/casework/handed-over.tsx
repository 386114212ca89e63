import { KeptWords } from "@/components/requests/kept-words";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";
import { formatDayTime } from "@/lib/format/date";
import type { Posted } from "@/lib/result";

type Props = {
  request: { reference: string; unitName: string; at: Date };
  /** What came too late. */
  posted: Posted;
  back: string;
};

/** For whoever had the page open when the request went to another unit. */
export function HandedOver({ request: { reference, unitName, at }, posted, back }: Props) {
  return (
    <Page>
      <PageTitle lead={`La demande ${reference} a changé de service le ${formatDayTime(at)}.`}>
        {`Demande confiée au service ${unitName}`}
      </PageTitle>
      <p className="mt-4">
        Ce service la traite maintenant, et vous ne la voyez plus.
        {posted.errors.root && " Ce que vous venez d’envoyer n’a pas été enregistré."}
      </p>
      <KeptWords posted={posted} />
      <p className="mt-8">
        <ButtonLink href={back}>Retourner à la file</ButtonLink>
      </p>
    </Page>
  );
}
