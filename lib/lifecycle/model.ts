/** Why an account is on its way out: its owner asked, or nobody has signed in for years. */
export const CLOSURE_CAUSES = ["owner", "inactivity"] as const;
export type ClosureCause = (typeof CLOSURE_CAUSES)[number];

/** How somebody proved that another account is theirs too, before joining the two. */
export const MERGE_PROOFS = [
  "password",
  "code",
  "franceconnect",
  "passkey",
  "second-step",
] as const;
export type MergeProof = (typeof MERGE_PROOFS)[number];

/** To change one's mind. */
export const GRACE_DAYS = 30;

/** Mails before the end, in days. Nobody's account closes without the last one, a week at least before. */
export const REMINDERS: Record<ClosureCause, readonly [number, ...number[]]> = {
  owner: [7],
  inactivity: [60, 30, 7],
};

const DAY_MS = 24 * 3_600_000;

export const inDays = (days: number, from: Date) => new Date(from.getTime() + days * DAY_MS);

/** So many months before, or the last day of a shorter month. */
export function monthsBefore(months: number, from: Date) {
  const at = new Date(from);
  at.setUTCMonth(at.getUTCMonth() - months);
  if (at.getUTCDate() !== from.getUTCDate()) at.setUTCDate(0);
  return at;
}

export const graceEnd = (askedAt: Date) => inDays(GRACE_DAYS, askedAt);

/**
 * Whoever last signed in before this is warned: their 36 months (décret 2009-730) end within the 60 days of the first
 * warning. The account then closes 60 days after that warning, however late it leaves.
 */
export const inactiveSince = (months: number, now: Date) =>
  monthsBefore(months, inDays(REMINDERS.inactivity[0], now));

export const inactivityEnd = (warnedAt: Date) => inDays(REMINDERS.inactivity[0], warnedAt);

export type Closure = { cause: ClosureCause; dueAt: Date; remindedDays: number | null };

const lastReminder = (cause: ClosureCause) => Math.min(...REMINDERS[cause]);

/** The reminder to send now, by its days before the end: only the nearest of those whose day has come. */
export function reminderDue({ cause, dueAt, remindedDays }: Closure, now: Date): number | null {
  const come = REMINDERS[cause].filter((days) => dueAt <= inDays(days, now));
  const nearest = Math.min(...come);
  return come.length > 0 && nearest < (remindedDays ?? Infinity) ? nearest : null;
}

/** A reminder that leaves late puts the end off: what it says is true. */
export const endAfter = (reminder: number, { dueAt }: Pick<Closure, "dueAt">, now: Date) =>
  dueAt > inDays(reminder, now) ? dueAt : inDays(reminder, now);

export const isDue = ({ cause, dueAt, remindedDays }: Closure, now: Date) =>
  dueAt <= now && remindedDays === lastReminder(cause);

/** The address of an account whose data is erased: it leads nowhere (RFC 2606), and frees the other one. */
export const erasedEmail = (accountId: string) => `${accountId}@compte-ferme.invalid`;
