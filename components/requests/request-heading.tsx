import { ProviderLine } from "@/components/ui/provider-line";
import { Unbroken } from "@/components/ui/unbroken";
import type { OrganisationKind } from "@/lib/organisations/model";
import type { Status } from "@/lib/requests/model";
import { StatusBadge } from "./status-badge";

type Props = {
  reference: string;
  title: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  status: Status;
  statusLabel: string;
};

export function RequestHeading(props: Props) {
  const { reference, title, organisationName, organisationKind, status, statusLabel } = props;
  return (
    <div className="mt-4">
      <ProviderLine name={organisationName} kind={organisationKind} />
      <h1 className="mt-2 text-h1">
        <Unbroken>{title}</Unbroken>
      </h1>
      <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusBadge status={status} label={statusLabel} />
        <span>
          Demande n° <strong className="whitespace-nowrap">{reference}</strong>
        </span>
      </p>
    </div>
  );
}
