import { Icon } from "@/components/ui/icon";
import { formatDay, formatDayTime } from "@/lib/format/date";
import { frenchSpaces } from "@/lib/format/text";

type Access = {
  id: string;
  at: Date;
  service: string;
  provider: string;
  purpose: string;
  items: readonly string[];
  consentedAt: Date;
  /** Who asked the service to, in the reader’s name. */
  helper: string | null;
};

const contest = (address: string, { at, service }: Access) =>
  `mailto:${address}?${new URLSearchParams({
    subject: `Contester une lecture\u00a0: ${service}, ${formatDayTime(at)}`,
  })
    .toString()
    .replaceAll("+", "%20")}`;

/** Who read what, when, and on the ground of which agreement. */
export function AccessList({
  accesses,
  contact,
}: {
  accesses: readonly Access[];
  contact: string;
}) {
  return (
    <ul className="mt-4 divide-y divide-line border-y border-line">
      {accesses.map((access) => (
        <li key={access.id} className="py-5">
          <p className="text-note text-ink-soft">{formatDayTime(access.at)}</p>
          <p className="mt-1">
            <strong>{access.service}</strong>, {access.provider}, a lu{" "}
            <strong>{access.items.join(", ").toLocaleLowerCase("fr")}</strong>.
          </p>
          {access.helper && <p className="mt-1">À la demande de {access.helper}, en votre nom.</p>}
          <p className="mt-1 text-ink-soft">
            {frenchSpaces(
              `Motif : ${access.purpose}, selon votre accord du ${formatDay(access.consentedAt)}`,
            )}
          </p>
          <p>
            <a href={contest(contact, access)} className="inline-flex min-h-11 items-center gap-2">
              <Icon name="flag" size={4} />
              Contester cet accès
              <span className="sr-only">{frenchSpaces(` : ${formatDayTime(access.at)}`)}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
