import { StatusBadge } from "@/components/requests/status-badge";
import { Icon, type IconName } from "@/components/ui/icon";
import { CHANNEL_LABELS, type Channel, type Status } from "@/lib/requests/model";
import { DeadlineBadge } from "./deadline-badge";

export type Row = {
  id: string;
  reference: string;
  applicantName: string | null;
  title: string;
  channel: Channel;
  status: Status;
  assigneeId: string | null;
  assigneeName: string | null;
  deadlineAt: Date | null;
  pausedAt: Date | null;
};

const CHANNEL_ICONS: Record<Channel, IconName> = {
  portal: "globe",
  phone: "phone",
  counter: "landmark",
  mail: "mail",
  email: "mail",
  partner: "link",
};

const CELL = "px-2.5 py-(--cell-y) align-middle whitespace-nowrap max-sm:px-1.5";

/** « 4K7P2M, à moi », « 4K7P2M, libre », « 4K7P2M, Lucie Perrin » */
const ownerOf = ({ assigneeId, assigneeName }: Row, agentId: string) => {
  if (!assigneeId) return "libre";
  return assigneeId === agentId ? "à moi" : (assigneeName ?? "attribuée");
};

type Props = {
  row: Row;
  agentId: string;
  query: string;
  now: Date;
  /** Where the error summary leads, when nothing was ticked. */
  isFirst: boolean;
};

export function QueueRow({ row, agentId, query, now, isFirst }: Props) {
  const { reference, applicantName, title, channel, status } = row;
  const name = applicantName ?? "Sans nom";
  return (
    <tr className="hover:bg-sunken has-[:checked]:bg-sunken" data-row>
      <td className="w-11 p-0">
        <label className="grid size-11 place-items-center">
          <input
            type="checkbox"
            id={isFirst ? "ids" : undefined}
            name="ids"
            value={row.id}
            className="size-5"
          />
          <span className="sr-only">
            Sélectionner {name}, {reference}
          </span>
        </label>
      </td>
      <th scope="row" className={`${CELL} relative font-normal max-sm:whitespace-normal`}>
        <a
          href={`/agents/demandes/${reference}?${query}`}
          className="inline-flex min-h-6 items-center font-bold after:absolute after:inset-0"
        >
          {name}
        </a>
        <span className="block text-note text-ink-soft">
          <span className="max-sm:sr-only">{reference.slice(0, -6)}</span>
          {reference.slice(-6)}, {ownerOf(row, agentId)}
        </span>
        <span className="block pb-1 sm:hidden">
          <StatusBadge status={status} />
        </span>
      </th>
      <td className={`${CELL} max-md:hidden`}>
        <span className="block max-w-64 truncate" title={title}>
          {title}
        </span>
        <span className="flex items-center gap-1 text-note text-ink-soft">
          <Icon name={CHANNEL_ICONS[channel]} size={4} />
          {CHANNEL_LABELS[channel]}
        </span>
      </td>
      <td className={`${CELL} max-sm:hidden`}>
        <StatusBadge status={status} />
      </td>
      <td className={CELL}>
        <DeadlineBadge request={row} now={now} />
      </td>
    </tr>
  );
}
