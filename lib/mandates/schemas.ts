import * as z from "zod";
import { email } from "@/lib/accounts/schemas";
import { DURATIONS, MANDATE_KINDS, SIDES } from "./model";

const [SERVICE, ORGANISATION] = ["service-", "organisation-"];

/** What is ticked among boxes named `<prefix><id>`. */
const ticked = (typed: Record<string, unknown>, prefix: string) =>
  Object.keys(typed).flatMap((name) =>
    name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );

const structure = z.preprocess(
  (typed) => (typeof typed === "string" && typed.trim() === "" ? undefined : typed),
  z.string().trim().max(100, "100\u00a0caractères au plus.").optional(),
);

const asked = z
  .object({
    side: z.enum(SIDES),
    email,
    kind: z.enum(MANDATE_KINDS, "Choisissez qui aide\u00a0: un proche ou un professionnel."),
    structure,
    clientIds: z
      .array(z.string().max(100))
      .min(1, "Choisissez au moins un service.")
      .max(30, "Choisissez 30\u00a0services au plus."),
    everywhere: z.enum(["oui", "non"], "Choisissez toutes les démarches, ou les collectivités."),
    organisationIds: z.array(z.uuid()).max(100),
    duration: z.enum(DURATIONS, "Choisissez une durée."),
  })
  .refine(({ kind, structure: name }) => kind === "relative" || name !== undefined, {
    path: ["structure"],
    message:
      "Écrivez le nom de la structure, par exemple «\u00a0Maison France services de Bron\u00a0».",
    when: ({ value }) => (value as { kind?: unknown }).kind === "professional",
  })
  .refine(({ everywhere, organisationIds }) => everywhere === "oui" || organisationIds.length > 0, {
    path: ["organisationIds"],
    message: "Choisissez au moins une collectivité.",
    when: ({ value }) => (value as { everywhere?: unknown }).everywhere === "non",
  })
  .transform(({ everywhere, organisationIds, structure: name, ...rest }) => ({
    ...rest,
    structure: rest.kind === "professional" ? (name ?? null) : null,
    organisationIds: everywhere === "oui" ? [] : organisationIds,
  }));

/** As the form posts it: one box for each service, one for each organisation. */
export const askMandateInput = z.preprocess((typed) => {
  if (typeof typed !== "object" || typed === null) return typed;
  const values = typed as Record<string, unknown>;
  return {
    ...values,
    clientIds: ticked(values, SERVICE),
    organisationIds: ticked(values, ORGANISATION),
  };
}, asked);

export const mandateId = z.uuid();

/** Whom a helper says they come for: nobody but themselves, or the person of this mandate. */
export const choiceInput = z.object({
  mandate: z.union([z.literal("none"), mandateId], "Choisissez pour qui vous venez."),
});

export type AskMandateInput = z.output<typeof askMandateInput>;
