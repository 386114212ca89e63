import type { Origins } from "@/lib/requests/model";
import type { FieldOf, FormDefinition } from "../schemas";
import type { KnownIdentity } from "./prefill";
import type { Typed } from "./typed";

type Steps = Pick<FormDefinition, "steps">;

/** Names are what the State vouches for first; the rest may not have been shared. */
const NAMES = ["familyName", "givenName"] as const;

export const isCertified = (identity: KnownIdentity) =>
  NAMES.every((part) => identity[part]?.origin === "certified");

/** The first identity of a form is its applicant's. */
const applicantField = ({ steps }: Steps) =>
  steps
    .flatMap(({ fields }) => fields)
    .find((field): field is FieldOf<"identity"> => field.type === "identity");

/** Does this draft carry certified names? One that asks for no identity has nothing to carry. */
export function carriesCertified(definition: Steps, origins: Origins) {
  const field = applicantField(definition);
  const names = NAMES.filter((part) => field?.parts.includes(part));
  return names.every((part) => origins[`${field?.id}.${part}`] === "certified");
}

/** What is certified takes the place of what was typed for the applicant; the rest stays as it is. */
export function withCertified(
  definition: Steps,
  { typed, origins }: { typed: Typed; origins: Origins },
  identity: KnownIdentity,
) {
  const field = applicantField(definition);
  const certified = (field?.parts ?? []).flatMap((part) => {
    const known = identity[part];
    return known?.origin === "certified" ? [[`${field?.id}.${part}`, known] as const] : [];
  });
  return {
    typed: {
      ...typed,
      ...Object.fromEntries(certified.map(([name, { value }]) => [name, value])),
    },
    origins: {
      ...origins,
      ...Object.fromEntries(certified.map(([name]) => [name, "certified" as const])),
    },
  };
}
