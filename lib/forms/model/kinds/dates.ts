import { formatBirthdate } from "@/lib/format/birthdate";
import { formatDay, formatTypedDay } from "@/lib/format/date";
import type { DateBound, FieldOf } from "../../schemas/fields";
import { dayOf, parseDate, parsePartialDate } from "../dates";
import {
  type Around,
  about,
  blank,
  checked,
  type Kind,
  kept,
  oneLine,
  type Reading,
  refused,
  written,
  wrong,
} from "../kind";
import { one } from "../posted";
import { CLOCK, clockTyped, parseClock, showClock } from "./times";

const DATE = "écrivez une date, par exemple 27/03/2027";

type Bounded = Parameters<typeof wrong>[0] & {
  label: string;
  min?: DateBound | undefined;
  max?: DateBound | undefined;
};

/** The sentence for a day, month or year outside the bounds of its field; null when it is within. */
function outOfBounds(field: Bounded, day: string, { today, before }: Around) {
  const [min, max] = [field.min, field.max].map((bound) => dayOf(bound, today, before));
  if (min && day < min.slice(0, day.length))
    return wrong(
      field,
      about(field.label, `choisissez le ${formatDay(min)} ou une date plus tardive`),
    );
  if (max && day > max.slice(0, day.length))
    return wrong(
      field,
      about(field.label, `choisissez le ${formatDay(max)} ou une date plus ancienne`),
    );
  return null;
}

function within(field: Bounded, day: string | null, ask: string, around: Around): Reading {
  if (!day) return { wrong: about(field.label, ask) };
  const sentence = outOfBounds(field, day, around);
  return sentence ? { wrong: sentence } : { value: day };
}

export const showDay = (answer: unknown) => {
  const date = new Date(written(answer));
  return Number.isNaN(date.getTime()) ? written(answer) : formatDay(date);
};

const typedDay = (answer: unknown) => formatTypedDay(written(answer));

export const date = oneLine<FieldOf<"date">>(
  DATE,
  (field, typed, around) => within(field, parseDate(typed), DATE, around),
  { typed: typedDay, shown: showDay },
);

const PARTIAL = {
  year: "écrivez au moins l’année, par exemple 1987, mars 1987 ou 27/03/1987",
  month: "écrivez au moins le mois et l’année, par exemple mars 1987 ou 27/03/1987",
};

export const partialDate = oneLine<FieldOf<"partial-date">>(
  PARTIAL.year,
  (field, typed, around) => {
    const day = parsePartialDate(typed);
    const isEnough = field.atLeast === "year" || (day ?? "").length > 4;
    return within(field, isEnough ? day : null, PARTIAL[field.atLeast], around);
  },
  { typed: typedDay, shown: (answer) => showPartial(written(answer)) },
);

/** « 1987 », « mars 1987 », « 27 mars 1987 » */
const showPartial = (day: string) =>
  day.length === 7 ? formatBirthdate(`${day}-00`) : day.length === 4 ? day : showDay(day);

/** « 2027-03-27T14:30 », in Lyon */
export const dateTime: Kind<FieldOf<"date-time">> = {
  controls: (_, name) => [`${name}.date`, `${name}.time`],
  check(field, name, typed, around) {
    const [day, hour] = [one(typed, `${name}.date`), one(typed, `${name}.time`)];
    if (!day && !hour) return blank(field, `${name}.date`, `${DATE}, puis une heure`);
    const date = checked(`${name}.date`, within(field, parseDate(day ?? ""), DATE, around));
    const time = parseClock(hour ?? "");
    const errors = {
      ...date.errors,
      ...(time ? {} : refused(`${name}.time`, about(field.label, CLOCK)).errors),
    };
    return Object.keys(errors).length > 0 ? { errors } : kept(`${written(date.answer)}T${time}`);
  },
  asTyped(_, name, answer) {
    const [day = "", hour = ""] = written(answer).split("T");
    return { [`${name}.date`]: formatTypedDay(day), [`${name}.time`]: clockTyped(hour) };
  },
  lines(_, answer) {
    const [day, hour = ""] = written(answer).split("T");
    return [`${showDay(day)} à ${showClock(hour)}`];
  },
};
