import type { IconName } from "@/components/ui/icon-names";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import {
  isAlarming,
  type JournalAction,
  type JournalEntry,
  journalLabel,
  journalPlace,
} from "@/lib/accounts/model/journal";
import { formatFullDayTime } from "@/lib/format/date";

const ICONS: Record<JournalAction, IconName> = {
  "account.add-passkey": "key-round",
  "account.add-totp": "smartphone",
  "account.approve-recovery": "users-round",
  "account.ask-closure": "x",
  "account.ask-recovery": "users-round",
  "account.cancel-recovery": "x",
  "account.recover": "key-round",
  "account.keep": "circle-check",
  "account.merge": "users-round",
  "account.ask-email-change": "mail",
  "account.change-email": "mail",
  "account.change-password": "key-round",
  "account.confirm": "lock",
  "account.create": "user-round",
  "account.new-device": "smartphone",
  "account.refuse-device": "triangle-exclamation-point",
  "account.refuse-second-step": "triangle-exclamation-point",
  "account.refuse-sign-in": "triangle-exclamation-point",
  "account.remove-passkey": "key-round",
  "account.remove-totp": "smartphone",
  "account.renew-recovery-codes": "key-round",
  "account.reset-password": "key-round",
  "account.send-mail": "mail",
  "account.sign-in": "lock",
  "account.undo-email-change": "undo-2",
  "account.update-profile": "pencil",
  "account.use-recovery-code": "key-round",
  "child.add": "users-round",
  "child.decline": "ban",
  "child.invite": "mail",
  "child.join": "users-round",
  "child.remove": "trash",
  "child.update": "pencil",
  "consent.give": "check",
  "consent.refuse": "ban",
  "consent.withdraw": "undo-2",
  "identity.certify": "shield-check",
  "identity.move": "shield-check",
  "mandate.accept": "users-round",
  "mandate.act": "users-round",
  "mandate.ask": "users-round",
  "mandate.end": "ban",
  "mandate.refuse": "ban",
  "session.end": "log-out",
};

type Props = {
  entries: readonly JournalEntry[];
  services: ReadonlyMap<string, string>;
  /** Mark of the network of whoever reads. */
  network: string;
};

/** What happened to an account, latest first. */
export function Journal({ entries, services, network }: Props) {
  return (
    <Timeline>
      {entries.map((entry) => (
        <TimelineItem
          key={entry.id}
          heading="h3"
          icon={ICONS[entry.action]}
          title={
            <span className={isAlarming(entry) ? "text-bad" : undefined}>
              {journalLabel(entry, services)}
            </span>
          }
          when={formatFullDayTime(entry.at)}
        >
          {journalPlace(entry, network)}
        </TimelineItem>
      ))}
    </Timeline>
  );
}
