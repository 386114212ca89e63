import { isUuid } from "@/lib/format/id";
import type { FieldOf } from "../../schemas/fields";
import { communeName } from "../communes";
import { FORMATS } from "../formats";
import {
  about,
  blank,
  type Checked,
  checked,
  isRecord,
  type Kind,
  kept,
  missing,
  NOTHING,
  type Reading,
  readLine,
  refused,
  together,
  tooLong,
  written,
} from "../kind";
import { many, one, type Typed } from "../posted";

export const ADDRESS_PARTS = ["street", "complement", "postalCode", "commune"] as const;
/** Filled by a suggestion, never by hand. */
export const ADDRESS_HIDDEN = ["insee", "latitude", "longitude"] as const;

const ADDRESS = {
  street: "Écrivez le numéro et le nom de la rue",
  complement: "Raccourcissez le complément d’adresse à 200 caractères au plus",
  postalCode: FORMATS["postal-code"].sentence,
  commune: "Écrivez le nom de la commune",
};

/** Degrees, to 11 cm. */
export const coordinate = (typed: string | undefined, limit: number): Checked => {
  const degrees = typed && /^-?\d{1,3}(\.\d{1,15})?$/.test(typed) ? Number(typed) : undefined;
  return degrees !== undefined && Math.abs(degrees) <= limit
    ? kept(Math.round(degrees * 1e6) / 1e6 + 0)
    : NOTHING;
};

/** What a suggestion filled in: dropped without a word when it makes no sense. */
function checkHidden(name: string, typed: Typed): Record<string, Checked> {
  const insee = one(typed, `${name}.insee`);
  const [latitude, longitude] = [
    coordinate(one(typed, `${name}.latitude`), 90),
    coordinate(one(typed, `${name}.longitude`), 180),
  ];
  const isPlace = latitude.answer !== undefined && longitude.answer !== undefined;
  return {
    ...(insee && /^\d[\dAB]\d{3}$/.test(insee) ? { insee: kept(insee) } : {}),
    ...(isPlace ? { latitude, longitude } : {}),
  };
}

function readPart(part: (typeof ADDRESS_PARTS)[number], typed: string): Reading {
  if (part !== "postalCode") return readLine(typed, 200, ADDRESS[part]);
  const { write, is, sentence } = FORMATS["postal-code"];
  const value = write(typed);
  return is(value) ? { value } : { wrong: sentence };
}

const addressLine = (answer: Record<string, unknown>) =>
  [
    written(answer.street),
    written(answer.complement),
    [written(answer.postalCode), written(answer.commune)].join(" ").trim(),
  ]
    .filter(Boolean)
    .join(", ");

/** Free entry: only the four written parts are asked, and nothing has to be known to the geocoder. */
export const address: Kind<FieldOf<"address">> = {
  controls: (_, name) => [...ADDRESS_PARTS, ...ADDRESS_HIDDEN].map((part) => `${name}.${part}`),
  check(field, name, typed) {
    const values = ADDRESS_PARTS.map((part) => one(typed, `${name}.${part}`));
    if (!field.required && values.every((value) => value === undefined)) return NOTHING;
    const parts = Object.fromEntries(
      ADDRESS_PARTS.map((part) => {
        const value = one(typed, `${name}.${part}`);
        if (value) return [part, checked(`${name}.${part}`, readPart(part, value))];
        const isOptional = part === "complement";
        return [part, isOptional ? NOTHING : refused(`${name}.${part}`, ADDRESS[part])];
      }),
    );
    return together({ ...parts, ...checkHidden(name, typed) });
  },
  asTyped: (_, name, answer) => partsTyped(name, answer),
  lines: (_, answer) => (isRecord(answer) ? [addressLine(answer)] : [""]),
};

export const partsTyped = (
  name: string,
  answer: unknown,
  write: (part: string, value: unknown) => string = (_, value) => written(value),
): Typed =>
  Object.fromEntries(
    Object.entries(isRecord(answer) ? answer : {}).map(([part, value]) => [
      `${name}.${part}`,
      write(part, value),
    ]),
  );

const COMMUNE = "choisissez une commune";

export const commune: Kind<FieldOf<"commune">> = {
  controls: (_, name) => [name],
  check(field, name, typed) {
    const value = one(typed, name);
    if (!value) return blank(field, name, COMMUNE);
    if (field.within === "anywhere") {
      const line = readLine(value, 100, tooLong(field.label, 100));
      return "wrong" in line ? refused(name, line.wrong) : kept({ name: line.value });
    }
    const known = communeName(value);
    return known ? kept({ insee: value, name: known }) : refused(name, missing(field, COMMUNE));
  },
  asTyped: (_, name, answer) =>
    isRecord(answer) ? { [name]: written(answer.insee ?? answer.name) } : {},
  lines: (_, answer) => [isRecord(answer) ? written(answer.name) : ""],
};

const tooManyFiles = (label: string, max: number) =>
  about(label, max === 1 ? "gardez un seul fichier" : `gardez ${max} fichiers au plus`);

const idsIn = (answer: unknown) =>
  Array.isArray(answer) ? answer.filter((id): id is string => typeof id === "string") : [];

/** The answer lists the ids of the files; whose they are is the server's to check. */
export const file: Kind<FieldOf<"file">> = {
  controls: (_, name) => [name],
  lists: (_, name) => [name],
  check(field, name, typed) {
    const ids = [...new Set(many(typed, name))].filter(isUuid);
    if (ids.length === 0) return blank(field, name, "ajoutez le fichier demandé");
    return ids.length > field.maxCount
      ? refused(name, tooManyFiles(field.label, field.maxCount))
      : kept(ids);
  },
  asTyped: (_, name, answer) => ({ [name]: idsIn(answer) }),
  lines: () => [],
};
