import { evaluate, type Scope } from "@/lib/expressions/model";
import { addDays, addMonths, addWorkingDays } from "@/lib/expressions/model/days";
import type { Delay, Since } from "../schemas/delays";
import { momentOf } from "./scope";
import type { State } from "./state";

const MINUTE_MS = 60_000;
const LAST = Date.parse("9999-12-31");

function amountOf({ amount }: Delay, scope: Scope): number | null {
  const value = typeof amount === "number" ? amount : evaluate(amount, scope);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && number >= 0 && number < 1e7 ? number : null;
}

/** The same time of another day in Lyon, whatever the season in between. */
function onDay(moment: Date, day: string): Date {
  const target = `${day}T${momentOf(moment).slice(11)}`;
  const guess = Date.parse(`${target}Z`) - 60 * MINUTE_MS;
  return momentOf(new Date(guess)) === target ? new Date(guess) : new Date(guess - 60 * MINUTE_MS);
}

const ADD = { days: addDays, "working-days": addWorkingDays, months: addMonths } as const;

/** When a delay is over, from there; null when that cannot be told. */
function after(start: Date, delay: Delay, scope: Scope): Date | null {
  const amount = amountOf(delay, scope);
  if (amount === null) return null;
  const { unit } = delay;
  if (unit === "minutes" || unit === "hours") {
    const time = start.getTime() + amount * MINUTE_MS * (unit === "hours" ? 60 : 1);
    return time < LAST ? new Date(time) : null;
  }
  if (amount === 0 && unit !== "working-days") return start;
  const day = ADD[unit](momentOf(start).slice(0, 10), amount);
  return day === null ? null : onDay(start, day);
}

const instant = (iso: string | undefined) => (iso === undefined ? null : new Date(iso));

function dateIn(value: unknown): Date | null {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d/.test(value)) return null;
  const day = value.slice(0, 10);
  if (addDays(day, 0) === null) return null;
  const time = /T(\d\d:\d\d)/.exec(value)?.[1] ?? "00:00";
  return onDay(new Date(`2027-01-01T${time}:00+01:00`), day);
}

/** Where the delay starts; null when that has not come, or the clock is paused. */
function startOf(since: Since, { flow, ...state }: State, scope: Scope): Date | null {
  switch (since.from) {
    case "status":
      return instant(flow.since);
    case "submission":
      return state.submittedAt;
    case "deadline":
      return state.pausedAt ? null : state.deadlineAt;
    case "end":
      return state.closedAt;
    case "reached":
      return instant(flow.reached[since.status]);
    case "date":
      return dateIn(evaluate(since.date, scope));
  }
}

export function dueAt(
  { after: delay, since }: { after: Delay; since: Since },
  state: State,
  scope: Scope,
): Date | null {
  const start = startOf(since, state, scope);
  return start && after(start, delay, scope);
}
