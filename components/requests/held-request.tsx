import { Button, ButtonLink } from "@/components/ui/button";
import { Aside } from "@/components/ui/card";
import { Csrf } from "@/components/ui/csrf";
import { ProviderLine } from "@/components/ui/provider-line";
import type { OrganisationKind } from "@/lib/organisations/model";
import type { Status } from "@/lib/requests/model";

type Props = {
  request: {
    reference: string;
    status: Status;
    title: string;
    organisationName: string;
    organisationKind: OrganisationKind;
  };
  code: string;
  leave: (form: FormData) => Promise<void>;
};

/** The request that this browser still holds the code of: opened at once, or closed on a shared computer. */
export function HeldRequest({ request, code, leave }: Props) {
  const isDraft = request.status === "draft";
  return (
    <Aside as="section" className="mt-8">
      <h2 className="text-h3">
        {isDraft ? "Commencée sur cet appareil" : "Suivie sur cet appareil"}
      </h2>
      <div className="mt-3">
        <ProviderLine name={request.organisationName} kind={request.organisationKind} />
        <p className="mt-1 font-bold">{request.title}</p>
        <p className="mt-1">
          Code de suivi{"\u00a0"}: <span className="whitespace-nowrap">{code}</span>
        </p>
      </div>
      <div className="mt-4 flex flex-col gap-3 sm:flex-row">
        <ButtonLink look="outline" href={`/mes-demandes/${request.reference}`}>
          {isDraft ? "Reprendre cette demande" : "Voir cette demande"}
        </ButtonLink>
        <form action={leave}>
          <Csrf />
          <Button look="link">Fermer ce suivi sur cet appareil</Button>
        </form>
      </div>
    </Aside>
  );
}
