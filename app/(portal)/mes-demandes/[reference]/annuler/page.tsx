import { redirect } from "next/navigation";
import { WithdrawForm } from "@/components/requests/withdraw-form";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/page";
import { getFilingContext } from "@/lib/auth/session";
import { orNotFound } from "@/lib/page";
import { isOpen } from "@/lib/requests/model";
import { followRequest } from "@/lib/requests/queries/follow-request";
import { withdrawRequestAction } from "../actions";

export const metadata = { title: "Annuler une demande" };

/** Asks the question of the dialog, for browsers without JavaScript. */
export default async function WithdrawPage({
  params,
}: PageProps<"/mes-demandes/[reference]/annuler">) {
  const { reference } = await params;
  const { request } = await orNotFound(followRequest(await getFilingContext(reference), reference));
  const back = `/mes-demandes/${reference}`;
  if (!isOpen(request.status)) redirect(back);
  return (
    <Page>
      <BackLink href={back}>Demande {reference}</BackLink>
      <PageTitle>Annuler votre demande{"\u202f"}?</PageTitle>
      <WithdrawForm
        action={withdrawRequestAction.bind(null, reference)}
        revision={request.revision}
        organisationName={request.organisationName}
      />
      <p className="mt-3">
        <ButtonLink look="outline" href={back}>
          Garder ma demande
        </ButtonLink>
      </p>
    </Page>
  );
}
