import { parseBirthdate } from "@/lib/format/birthdate";
import { formatTypedDay } from "@/lib/format/date";
import type { Origin, Origins } from "@/lib/requests/model";
import type { Field, FormDefinition, IdentityPart, Step } from "../schemas";
import { checkFields } from "./checks";
import { type Typed, typedOf } from "./typed";

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

/**
 * How a draft begins: what the account knows, then what a link carried. A link fills only controls that
 * exist, with values that pass their checks, and never replaces what the account says.
 */
export function prefill(
  { steps }: Pick<FormDefinition, "steps">,
  given: Typed,
  identity: KnownIdentity,
  today: string,
): { typed: Typed; origins: Origins } {
  const offered = steps.map((step) => offeredTo(step, given, today));
  const known = steps.flatMap(({ fields }) => fields.flatMap((field) => knownIn(field, identity)));
  const told = Object.fromEntries(known.map(([name, { value }]) => [name, value]));
  return {
    typed: Object.assign({}, ...offered, told),
    origins: Object.fromEntries(known.map(([name, { origin }]) => [name, origin])),
  };
}

/** What a link may fill in this step. */
function offeredTo(step: Step, given: Typed, today: string): Typed {
  const offered = typedOf(step, Object.entries(given));
  const { errors } = checkFields(step.fields, offered, today);
  return Object.fromEntries(Object.entries(offered).filter(([name]) => !errors[name]));
}

const knownIn = (field: Field, identity: KnownIdentity): [name: string, known: Known][] =>
  field.type === "identity"
    ? field.parts.flatMap((part): [string, Known][] => {
        const known = identity[part];
        return known ? [[`${field.id}.${part}`, known]] : [];
      })
    : [];

/** What the State certified stays as it came; any other value that was changed is now the person's own. */
export function keepOrigins(before: Typed, after: Typed, origins: Origins) {
  const locked = Object.keys(origins).filter((name) => origins[name] === "certified");
  const typed: Typed = { ...after };
  for (const name of locked) typed[name] = before[name] ?? "";
  const isSame = (name: string) => String(typed[name] ?? "") === String(before[name] ?? "");
  return {
    typed,
    origins: Object.fromEntries(Object.entries(origins).filter(([name]) => isSame(name))),
  };
}
