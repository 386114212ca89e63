import type { Field, FieldOf, ItemField } from "../schemas/fields";
import type { Kind } from "./kind";
import { choice, choices, consent, yesNo } from "./kinds/choices";
import { date, dateTime, partialDate } from "./kinds/dates";
import { linkedChoice, matrix, ranking } from "./kinds/lists";
import { map } from "./kinds/map";
import { currency, number, rating } from "./kinds/numbers";
import { identity } from "./kinds/people";
import { address, commune, file } from "./kinds/places";
import { nothingAsked } from "./kinds/shown";
import { signature } from "./kinds/signature";
import { email, longText, phone, text } from "./kinds/texts";
import { time, timeRange } from "./kinds/times";
import { computed, hidden } from "./kinds/unasked";

export type AnyField = Field | ItemField;

/** Asked as one; a repeatable block asks its own fields again and again. */
export type Single = Exclude<AnyField, { type: "repeat" }>;

/** Every type of field but the repeatable block: a new one is a line here, a schema and a component. */
const KINDS: { [T in Single["type"]]: Kind<FieldOf<T>> } = {
  text,
  "long-text": longText,
  email,
  phone,
  number,
  currency,
  rating,
  date,
  "date-time": dateTime,
  "partial-date": partialDate,
  time,
  "time-range": timeRange,
  "yes-no": yesNo,
  choice,
  choices,
  "linked-choice": linkedChoice,
  ranking,
  matrix,
  commune,
  address,
  file,
  consent,
  identity,
  explanation: nothingAsked,
  heading: nothingAsked,
  map,
  signature,
  "payment-link": nothingAsked,
  slot: nothingAsked,
  computed,
  hidden,
};

export const kindOf = (field: Single): Kind<Single> => KINDS[field.type] as Kind<Single>;
