import { StatusBadge } from "@/components/requests/status-badge";
import { BackLink } from "@/components/ui/back-link";
import { Icon } from "@/components/ui/icon";
import { ProviderLine } from "@/components/ui/provider-line";
import { type ViewId, viewLabel } from "@/lib/casework/model";
import { formatDayTime } from "@/lib/format/date";
import type { OrganisationKind } from "@/lib/organisations/model";
import { CHANNEL_LABELS, type Channel, type Status } from "@/lib/requests/model";
import { DeadlineBadge } from "./deadline-badge";
import { deadlineOf } from "./deadline-words";

export type Back = { query: string; view: ViewId; q: string | undefined };

type Props = {
  request: {
    reference: string;
    title: string;
    applicantName: string | null;
    organisationName: string;
    organisationKind: OrganisationKind;
    unitName: string;
    channel: Channel;
    status: Status;
    statusLabel: string;
    submittedAt: Date | null;
    deadlineAt: Date | null;
    pausedAt: Date | null;
  };
  back: Back;
  neighbours: { previous: string | undefined; next: string | undefined };
  now: Date;
};

const LINK = "inline-flex min-h-11 items-center gap-1";

function Neighbours({ back, neighbours: { previous, next } }: Pick<Props, "back" | "neighbours">) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="Demandes voisines" className="flex gap-6">
      {previous && (
        <a href={`/agents/demandes/${previous}?${back.query}`} className={LINK}>
          <Icon name="chevron-left" size={4} />
          Précédente
        </a>
      )}
      {next && (
        <a href={`/agents/demandes/${next}?${back.query}`} className={LINK}>
          Suivante
          <Icon name="chevron-right" size={4} />
        </a>
      )}
    </nav>
  );
}

export function AgentHeading({ request, back, neighbours, now }: Props) {
  const { reference, title, applicantName, channel, submittedAt, status } = request;
  const received = submittedAt ? ` le ${formatDayTime(submittedAt)}` : "";
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <BackLink href={`/agents/demandes?${back.query}`}>
          {back.q ? "Résultats de la recherche" : viewLabel(back.view)}
        </BackLink>
        <Neighbours back={back} neighbours={neighbours} />
      </div>
      <p className="lg:hidden">
        <a href="#actions" className="inline-flex min-h-11 items-center font-bold">
          Aller aux actions
        </a>
      </p>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <ProviderLine
            name={`${request.organisationName}, ${request.unitName}`}
            kind={request.organisationKind}
          />
          <h1 className="text-h2">{[title, applicantName].filter(Boolean).join(", ")}</h1>
          <p className="text-ink-soft">
            {`${reference}, reçue${received} (${CHANNEL_LABELS[channel].toLowerCase()})`}
          </p>
        </div>
        <p className="flex flex-wrap gap-2">
          <StatusBadge status={status} label={request.statusLabel} />
          <DeadlineBadge {...deadlineOf(request, now)} />
        </p>
      </div>
    </>
  );
}
