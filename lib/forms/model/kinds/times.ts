import { formatClock } from "@/lib/format/date";
import type { FieldOf } from "../../schemas/fields";
import {
  about,
  blank,
  checked,
  isRecord,
  type Kind,
  kept,
  oneLine,
  type Reading,
  refused,
  written,
  wrong,
} from "../kind";
import { one } from "../posted";

export const CLOCK = "écrivez une heure, par exemple 14 h 30";

const TYPED = /^(\d{1,2})\s*(?:(?:heures?|h|:|\.)\s*(\d{2})?)?\s*(?:min|mn|m)?$/i;

/** « 14 h 30 », « 14:30 », « 14h », « 1430 », « midi », as 14:30; null for any other. */
export function parseClock(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  if (text === "midi" || text === "minuit") return text === "midi" ? "12:00" : "00:00";
  const [, hour, minute = "00"] = TYPED.exec(text.replace(/^(\d{1,2})(\d\d)$/, "$1:$2")) ?? [];
  if (!hour || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, "0")}:${minute}`;
}

export const showClock = (clock: string) => (parseClock(clock) ? formatClock(clock) : clock);
export const clockTyped = (clock: string) => clock.replace(":", " h ").replace(/ 00$/, "");

type Bounded = Parameters<typeof wrong>[0] & {
  label: string;
  min?: string | undefined;
  max?: string | undefined;
};

function readClock(field: Bounded, typed: string, ask = CLOCK): Reading {
  const value = parseClock(typed);
  if (!value) return { wrong: about(field.label, ask) };
  const { min = "00:00", max = "23:59" } = field;
  if (value >= min && value <= max) return { value };
  const range = `choisissez une heure entre ${formatClock(min)} et ${formatClock(max)}`;
  return { wrong: wrong(field, about(field.label, range)) };
}

export const time = oneLine<FieldOf<"time">>(CLOCK, (field, typed) => readClock(field, typed), {
  typed: (answer) => clockTyped(written(answer)),
  shown: (answer) => showClock(written(answer)),
});

const ENDS = {
  start: "écrivez l’heure de début, par exemple 14 h 30",
  end: "écrivez l’heure de fin, par exemple 16 h",
};

export const timeRange: Kind<FieldOf<"time-range">> = {
  controls: (_, name) => [`${name}.start`, `${name}.end`],
  check(field, name, typed) {
    const [from, to] = [one(typed, `${name}.start`), one(typed, `${name}.end`)];
    if (!from && !to) return blank(field, `${name}.start`, ENDS.start);
    const start = checked(`${name}.start`, readClock(field, from ?? "", ENDS.start));
    const end = checked(`${name}.end`, readClock(field, to ?? "", ENDS.end));
    const errors = { ...start.errors, ...end.errors };
    if (Object.keys(errors).length > 0) return { errors };
    const [a, b] = [written(start.answer), written(end.answer)];
    if (b > a || (field.overnight && b !== a)) return kept({ start: a, end: b });
    const later = `écrivez une fin plus tardive que ${formatClock(a)}`;
    return refused(`${name}.end`, wrong(field, about(field.label, later)));
  },
  asTyped: (_, name, answer) =>
    isRecord(answer)
      ? {
          [`${name}.start`]: clockTyped(written(answer.start)),
          [`${name}.end`]: clockTyped(written(answer.end)),
        }
      : {},
  lines: (_, answer) =>
    isRecord(answer)
      ? [`De ${showClock(written(answer.start))} à ${showClock(written(answer.end))}`]
      : [],
};
