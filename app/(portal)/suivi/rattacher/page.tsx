import { redirect } from "next/navigation";
import { StatusBadge } from "@/components/requests/status-badge";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Page, PageTitle } from "@/components/ui/page";
import { ProviderLine } from "@/components/ui/provider-line";
import { requireSelf } from "@/lib/auth/session";
import { findTrackingHash } from "@/lib/auth/tracking";
import { findTracked } from "@/lib/requests/queries/find-tracked";
import { claimAction } from "../actions";

export const metadata = { title: "Rattacher une demande à mon compte" };

/** Signed in, with a code: the request becomes the account's, which opens it from then on. */
export default async function ClaimPage({ searchParams }: PageProps<"/suivi/rattacher">) {
  const asked = (await searchParams).reference;
  const reference = typeof asked === "string" ? asked : "";
  await requireSelf(`/suivi/rattacher?reference=${encodeURIComponent(reference)}`);
  const hash = await findTrackingHash(reference);
  const request = hash ? await findTracked(hash) : null;
  if (!request) redirect("/suivi");
  return (
    <Page>
      <BackLink href="/suivi">Suivre une autre demande</BackLink>
      <PageTitle>Rattacher cette demande à mon compte{"\u202f"}?</PageTitle>
      <div className="mt-6">
        <ProviderLine name={request.organisationName} kind={request.organisationKind} />
        <p className="mt-1 text-h3 font-bold">{request.title}</p>
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <StatusBadge status={request.status} />
          <span>Demande n° {request.reference}</span>
        </p>
      </div>
      <p className="mt-6">
        Vous la retrouverez dans «&nbsp;Mes demandes&nbsp;». Son code de suivi ne l’ouvrira plus
        {"\u00a0"}: seul votre compte le pourra.
      </p>
      <form action={claimAction} className="mt-6">
        <Csrf />
        <input type="hidden" name="reference" value={request.reference} />
        <Button>Rattacher à mon compte</Button>
      </form>
    </Page>
  );
}
