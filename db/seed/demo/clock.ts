const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000];

/** In this order whatever the machine, never in the future, and agents not at night nor on Sundays. */
export class Clock {
  #last: Date;

  /** Sent `ago` days before `now`, at an hour that depends on `rank`. */
  constructor(
    readonly now: Date,
    ago: number,
    readonly rank: number,
  ) {
    const sent = new Date(now.getTime() - ago * DAY_MS);
    sent.setUTCHours(6 + ((rank * 5) % 13), (rank * 17) % 60, 0, 0);
    const latest = now.getTime() - (40 + rank) * MINUTE_MS;
    this.#last = new Date(Math.min(sent.getTime(), latest));
    this.sentAt = this.#last;
  }

  readonly sentAt: Date;

  /** The next moment, `after` days from the sending; `office`: while town halls are open. */
  next(after: number, office: boolean) {
    const at = new Date(this.sentAt.getTime() + after * DAY_MS);
    if (office) at.setUTCHours(8 + (this.rank % 7), (this.rank * 23) % 60, 0, 0);
    if (office && at.getUTCDay() === 0) at.setTime(at.getTime() + DAY_MS);
    const soonest = this.#last.getTime() + 7 * MINUTE_MS;
    const wanted = Math.max(at.getTime(), soonest);
    const latest = this.now.getTime() - MINUTE_MS;
    const halfway = (this.#last.getTime() + latest) / 2;
    this.#last = new Date(wanted <= latest ? wanted : halfway);
    return this.#last;
  }
}
