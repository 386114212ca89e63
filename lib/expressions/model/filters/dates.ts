import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  isHoliday,
  isWorkingDay,
  monthsBetween,
  workingDaysBetween,
  yearsBetween,
} from "../days";
import type { Clock, Filter, Filters } from "../evaluate";
import { addMinutes, clockOf, dayOf, formatMoment, minutesBetween, momentOf } from "../moments";
import { isMoment, numberOf, textOf, type Value } from "../values";

/** The sum of a day and so many of something; a moment keeps its hour. */
const plus =
  (add: (day: string, count: number) => string | null): Filter =>
  (of, [count = null]) => {
    const [moment, n] = [momentOf(of), numberOf(count)];
    const day = moment && n !== null ? add(moment.slice(0, 10), n) : null;
    return day && moment && isMoment(of) ? `${day}${moment.slice(10)}` : day;
  };

const plusMinutes =
  (each: number): Filter =>
  (of, [count = null]) => {
    const [moment, n] = [momentOf(of), numberOf(count)];
    return moment && n !== null ? addMinutes(moment, n * each) : null;
  };

/** How much between a date and another one: the argument, or today. */
const between =
  (count: (from: string, to: string) => number | null, sign: 1 | -1 = 1): Filter =>
  (of, [other], { today }) => {
    const [a, b] = [dayOf(of), dayOf(other === undefined ? today : other)];
    if (!a || !b) return null;
    return sign === 1 ? count(a, b) : count(b, a);
  };

const asks =
  (question: (day: string) => boolean): Filter =>
  (of) => {
    const day = dayOf(of);
    return day !== null && question(day);
  };

const formatted = (moment: string | null, format: Value | undefined, bare: string | null) =>
  moment && format !== undefined ? formatMoment(moment, textOf(format)) : bare;

const hoursSince = (of: Value, other: Value | undefined, { now }: Clock) => {
  const [from, to] = [momentOf(of), momentOf(other === undefined ? now : other)];
  return from && to ? Math.trunc(minutesBetween(from, to) / 60) : null;
};

const clockFormat = (of: Value, format: Value | undefined) => {
  const clock = clockOf(of);
  return formatted(clock && `2000-01-01T${clock}`, format, clock);
};

/** Dates, moments and hours. Without a format, `date`, `time` and `datetime` read what they are given. */
export const DATES = {
  date: (of, [format]) => formatted(momentOf(of), format, dayOf(of)),
  datetime: (of, [format]) => formatted(momentOf(of), format, momentOf(of)),
  time: (of, [format]) => clockFormat(of, format),
  parse_date: (of) => dayOf(of),
  parse_datetime: (of) => momentOf(of),
  parse_time: (of) => clockOf(of),
  add_days: plus(addDays),
  add_months: plus(addMonths),
  add_years: plus((day, years) => addMonths(day, 12 * years)),
  add_working_days: plus(addWorkingDays),
  add_hours: plusMinutes(60),
  add_minutes: plusMinutes(1),
  adjust_to_working_day: (of) => {
    const day = dayOf(of);
    return day && addWorkingDays(day, 0);
  },
  is_working_day: asks(isWorkingDay),
  is_holiday: asks(isHoliday),
  is_future: (of, _, { today }) => (dayOf(of) ?? "") > today,
  is_past: (of, _, { today }) => (dayOf(of) ?? today) < today,
  is_today: (of, _, { today }) => dayOf(of) === today,
  age_in_days: between(daysBetween),
  age_in_months: between(monthsBetween),
  age_in_years: between(yearsBetween),
  age_in_hours: (of, [other], clock) => hoursSince(of, other, clock),
  /** From the date to the argument. */
  days_until: between(daysBetween),
  months_until: between(monthsBetween),
  years_until: between(yearsBetween),
  working_days_until: between(workingDaysBetween),
} satisfies Filters;
