import type { FieldOf, IdentityPart } from "../schemas/fields";
import { type Checked, checkWith, kept, type Leaf, NOTHING, refused } from "./checked";
import * as leaf from "./leaves";
import * as say from "./sentences";
import { ADDRESS_PARTS, one, type Typed } from "./typed";

/** All parts of a whole: kept together, or not at all. */
function together(parts: Record<string, Checked>): Checked {
  const errors = Object.assign({}, ...Object.values(parts).map((part) => part.errors));
  if (Object.keys(errors).length > 0) return { errors };
  const said = Object.entries(parts).flatMap(([name, { answer }]) =>
    answer === undefined ? [] : [[name, answer] as const],
  );
  return said.length === 0 ? NOTHING : kept(Object.fromEntries(said));
}

const coordinate = (typed: string | undefined, limit: number) => {
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

/** Free entry: only the four written parts are asked, and nothing has to be known to the geocoder. */
export function checkAddress(field: FieldOf<"address">, name: string, typed: Typed): Checked {
  const written = ADDRESS_PARTS.map((part) => one(typed, `${name}.${part}`));
  if (!field.required && written.every((value) => value === undefined)) return NOTHING;
  const parts = Object.fromEntries(
    ADDRESS_PARTS.map((part) => {
      const value = one(typed, `${name}.${part}`);
      const schema =
        part === "postalCode" ? leaf.postalCodeLeaf : leaf.line(200, say.ADDRESS[part]);
      if (value) return [part, checkWith(schema, `${name}.${part}`, value)];
      const isOptional = part === "complement";
      return [part, isOptional ? NOTHING : refused(`${name}.${part}`, say.ADDRESS[part])];
    }),
  );
  return together({ ...parts, ...checkHidden(name, typed) });
}

const identityLeaf: Record<IdentityPart, Leaf> = {
  familyName: leaf.line(100, say.tooLong(say.IDENTITY_LABELS.familyName, 100)),
  givenName: leaf.line(100, say.tooLong(say.IDENTITY_LABELS.givenName, 100)),
  birthplace: leaf.line(100, say.tooLong(say.IDENTITY_LABELS.birthplace, 100)),
  birthdate: leaf.birthdateLeaf(say.IDENTITY.birthdate),
  email: leaf.emailLeaf(say.EMAIL),
  phone: leaf.phoneLeaf(say.PHONE),
};

export function checkIdentity(
  field: FieldOf<"identity">,
  name: string,
  typed: Typed,
  today: string,
) {
  const checkPart = (part: IdentityPart): Checked => {
    const value = one(typed, `${name}.${part}`);
    if (!value) {
      const isOptional = field.optionalParts.includes(part);
      return isOptional ? NOTHING : refused(`${name}.${part}`, say.IDENTITY[part]);
    }
    const checked = checkWith(identityLeaf[part], `${name}.${part}`, value);
    const isFuture = part === "birthdate" && String(checked.answer ?? "") > today;
    return isFuture ? refused(`${name}.${part}`, say.IDENTITY.birthdate) : checked;
  };
  return together(Object.fromEntries(field.parts.map((part) => [part, checkPart(part)])));
}
