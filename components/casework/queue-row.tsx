import { StatusBadge } from "@/components/requests/status-badge";
import { Icon, type IconName } from "@/components/ui/icon";
import { CHANNEL_LABELS, type Channel } from "@/lib/requests/model";
import { DeadlineBadge } from "./deadline-badge";
import type { Item } from "./queue-words";

const CHANNEL_ICONS: Record<Channel, IconName> = {
  portal: "globe",
  phone: "phone",
  counter: "landmark",
  mail: "mail",
  email: "mail",
  partner: "link",
};

/** Past it, a title is cut on the screen, and told whole to whoever points at it. */
const LONG_TITLE = 30;

type Props = {
  item: Item;
  query: string;
  /** Where the error summary leads, when nothing was ticked. */
  isFirst: boolean;
};

/** Looks are said once for all rows, in queue.css. */
export function QueueRow({ item, query, isFirst }: Props) {
  const { id, reference, name, title, channel, status, urgency, said } = item;
  return (
    <tr data-row>
      <td>
        <label>
          <input
            type="checkbox"
            id={isFirst ? "ids" : undefined}
            name="ids"
            value={id}
            aria-label={`Sélectionner ${name}, ${reference}`}
          />
        </label>
      </td>
      <th scope="row">
        <a href={`/agents/demandes/${reference}?${query}`}>{name}</a>
        <p>
          <span>{reference.slice(0, -6)}</span>
          {`${reference.slice(-6)}, ${item.owner}`}
        </p>
        <StatusBadge status={status} />
      </th>
      <td>
        <p title={title.length > LONG_TITLE ? title : undefined}>{title}</p>
        <p>
          <Icon name={CHANNEL_ICONS[channel]} size={4} />
          {CHANNEL_LABELS[channel]}
        </p>
      </td>
      <td>
        <StatusBadge status={status} />
      </td>
      <td>
        <DeadlineBadge urgency={urgency} said={said} />
      </td>
    </tr>
  );
}
