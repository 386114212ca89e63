import { Button, ButtonLink } from "@/components/ui/button";
import { Aside } from "@/components/ui/card";
import { Csrf } from "@/components/ui/csrf";
import { ProviderLine } from "@/components/ui/provider-line";
import type { OrganisationKind } from "@/lib/organisations/model";
import type { Status } from "@/lib/requests/model";
import { StatusBadge } from "./status-badge";

type Held = {
  reference: string;
  code: string;
  status: Status;
  title: string;
  organisationName: string;
  organisationKind: OrganisationKind;
};

type Props = {
  requests: readonly Held[];
  /** Closes one, by its `reference`, or `all` of them. */
  leave: (form: FormData) => Promise<void>;
};

function HeldRequest({ request, leave }: { request: Held; leave: Props["leave"] }) {
  const isDraft = request.status === "draft";
  return (
    <Aside as="li">
      <ProviderLine name={request.organisationName} kind={request.organisationKind} />
      <h3 className="mt-1 text-h4">{request.title}</h3>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusBadge status={request.status} />
        <span>
          Code de suivi{"\u00a0"}: <span className="whitespace-nowrap">{request.code}</span>
        </span>
      </p>
      <div className="mt-4 flex flex-col gap-3 sm:flex-row">
        <ButtonLink look="outline" href={`/mes-demandes/${request.reference}`}>
          {isDraft ? "Reprendre cette demande" : "Voir cette demande"}
          <span className="sr-only">{`\u00a0: ${request.title}, ${request.reference}`}</span>
        </ButtonLink>
        <form action={leave}>
          <Csrf />
          <input type="hidden" name="reference" value={request.reference} />
          <Button look="link">
            Fermer ce suivi sur cet appareil
            <span className="sr-only">{`\u00a0: ${request.title}, ${request.reference}`}</span>
          </Button>
        </form>
      </div>
    </Aside>
  );
}

/** The requests that this browser still holds the codes of: opened at once, or closed on a shared computer. */
export function HeldRequests({ requests, leave }: Props) {
  if (requests.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-h3">Sur cet appareil</h2>
      <ul className="mt-3 space-y-4">
        {requests.map((request) => (
          <HeldRequest key={request.reference} request={request} leave={leave} />
        ))}
      </ul>
      {requests.length > 1 && (
        <form action={leave} className="mt-4">
          <Csrf />
          <input type="hidden" name="all" value="oui" />
          <Button look="link">Fermer tous les suivis sur cet appareil</Button>
        </form>
      )}
    </section>
  );
}
