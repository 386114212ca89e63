import { parseBirthdate } from "@/lib/format/birthdate";
import { formatTypedDay } from "@/lib/format/date";
import type { Origin, Origins } from "@/lib/requests/model";
import type { Field, FormDefinition, IdentityPart, Step } from "../schemas";
import { checkFields } from "./checks";
import { isLocked, prefilledControl, prefillOf } from "./given";
import { one, type Typed, typedOf } from "./typed";

/** What the account says of one part of the identity, as it would be typed. */
type Known = { value: string; origin: Origin };
export type KnownIdentity = Partial<Record<IdentityPart, Known>>;

/** OpenID Connect Core §5.1 */
const CLAIMS: Record<IdentityPart, string> = {
  familyName: "family_name",
  givenName: "given_name",
  birthdate: "birthdate",
  birthplace: "birthplace",
  email: "email",
  phone: "phone_number",
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function asWritten(part: IdentityPart, claim: string) {
  if (part === "birthdate") return parseBirthdate(claim) ? formatTypedDay(claim) : "";
  return part === "phone" ? claim.replace(/^\+33(?=\d{9}$)/, "0") : claim;
}

/** The parts of an identity that these claims tell; `claim_origins` says who vouches for each. */
export function identityOf(claims: Record<string, unknown>): KnownIdentity {
  const origins = isRecord(claims.claim_origins) ? claims.claim_origins : {};
  return Object.fromEntries(
    Object.entries(CLAIMS).flatMap(([part, claim]) => {
      const told = claims[claim];
      const value = typeof told === "string" ? asWritten(part as IdentityPart, told) : "";
      const origin: Origin = origins[claim] === "certified" ? "certified" : "account";
      return value ? [[part, { value, origin }]] : [];
    }),
  );
}

/** What a draft begins with besides its account: the link followed, and what was answered last time. */
type Before = { link: Typed; former?: Typed };

/**
 * How a draft begins: what the account knows, then what a link carried. A link fills only controls that
 * exist, with values that pass their checks, and never replaces what the account says.
 */
export function prefill(
  { steps }: Pick<FormDefinition, "steps">,
  { link, former = {} }: Before,
  identity: KnownIdentity,
  today: string,
): { typed: Typed; origins: Origins } {
  const offered = steps.map((step) => offeredTo(step, link, today));
  const known = steps.flatMap(({ fields }) =>
    fields.flatMap((field) => [
      ...knownIn(field, identity),
      ...askedBy(field, { link, former, identity, today }),
    ]),
  );
  const told = Object.fromEntries(known.map(([name, { value }]) => [name, value]));
  return {
    typed: Object.assign({}, ...offered, told),
    origins: Object.fromEntries(known.map(([name, { origin }]) => [name, origin])),
  };
}

/** What its author keeps to itself, a link does not fill. */
const isOpen = (field: Field) => field.type !== "hidden" && !isLocked(field);

/** What a link may fill in this step. */
function offeredTo(step: Step, given: Typed, today: string): Typed {
  const fields = step.fields.filter(isOpen);
  return goodOnly(fields, typedOf({ fields }, Object.entries(given)), today);
}

function goodOnly(fields: readonly Field[], typed: Typed, today: string): Typed {
  const { errors } = checkFields(fields, typed, { today, before: {} });
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !errors[name]));
}

const knownIn = (field: Field, identity: KnownIdentity): [name: string, known: Known][] =>
  field.type === "identity"
    ? field.parts.flatMap((part): [string, Known][] => {
        const known = identity[part];
        return known ? [[`${field.id}.${part}`, known]] : [];
      })
    : [];

type Sources = Required<Before> & { identity: KnownIdentity; today: string };

/** What the attribute « prefill » of a field brings at the start; what would be wrong brings nothing. */
function askedBy(field: Field, { link, former, identity, today }: Sources): [string, Known][] {
  const [asked, name] = [prefillOf(field), prefilledControl(field)];
  const fill = (value: string | undefined, origin: Origin): [string, Known][] =>
    value && goodOnly([field], { [name]: value }, today)[name] ? [[name, { value, origin }]] : [];
  switch (asked?.from) {
    case "account": {
      const known = identity[asked.part];
      return known ? fill(known.value, known.origin) : [];
    }
    case "certified": {
      const known = identity[asked.part];
      return known?.origin === "certified" ? fill(known.value, "certified") : [];
    }
    case "url":
      return fill(one(link, asked.parameter), "link");
    case "former-request":
      return fill(one(former, name), "former");
    default:
      return [];
  }
}

/** Does a field of this form begin with what was answered last time? */
export const looksBack = ({ steps }: Pick<FormDefinition, "steps">) =>
  steps.some(({ fields }) => fields.some((field) => prefillOf(field)?.from === "former-request"));

/** What the State certified, and what the form locks, stays as it came; any other value that was changed is now the person's own. */
export function keepOrigins(
  before: Typed,
  after: Typed,
  origins: Origins,
  fields: readonly Field[] = [],
) {
  const kept = new Set(fields.filter(isLocked).map(prefilledControl));
  const locked = Object.keys(origins).filter(
    (name) => origins[name] === "certified" || kept.has(name),
  );
  const typed: Typed = { ...after };
  for (const name of locked) typed[name] = before[name] ?? "";
  const isSame = (name: string) => String(typed[name] ?? "") === String(before[name] ?? "");
  return {
    typed,
    origins: Object.fromEntries(Object.entries(origins).filter(([name]) => isSame(name))),
  };
}
