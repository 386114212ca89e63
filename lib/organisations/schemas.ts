import * as z from "zod";
import type { FieldErrors, Values } from "@/lib/result";
import { AGENT_ROLES } from "./model";

const organisationId = z.uuid();

const line = (missing: string, longest = 120) =>
  z.string(missing).trim().min(1, missing).max(longest, `Écrivez ${longest} caractères au plus.`);

const PHONE = "Écrivez les 10 chiffres du numéro, par exemple 04 65 71 20 20";
const phone = z
  .string(PHONE)
  .trim()
  .regex(/^0\d([\s.-]?\d{2}){4}$/, PHONE);

const EMAIL = "Écrivez l’adresse en entier, par exemple mairie@bron.fr";
const email = z.email(EMAIL).max(200, EMAIL);

/** An empty control means none. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

export const contactInput = z.object({
  organisationId,
  phone,
  email,
  address: z
    .string("Écrivez l’adresse, une ligne par élément")
    .trim()
    .max(400, "Écrivez 400 caractères au plus.")
    .transform((text) =>
      text
        .split("\n")
        .map((part) => part.trim())
        .filter(Boolean)
        .join("\n"),
    )
    .refine((text) => text.includes("\n"), "Écrivez l’adresse sur deux lignes au moins"),
  openingHours: line("Écrivez les jours et les heures d’ouverture", 300),
  website: optional(
    z.url({ protocol: /^https?$/, error: "Écrivez l’adresse en entier, avec https://" }).max(300),
  ),
});

const unit = z.object({
  organisationId,
  name: line("Écrivez le nom du service", 80),
  phone: optional(phone),
});

/** `id`: chosen by the form, so that sent twice it adds once. */
export const addUnitInput = unit.extend({ id: z.uuid("Rechargez la page, puis recommencez.") });

export const renameUnitInput = unit.extend({ unitId: z.uuid() });

export const closeUnitInput = z.object({ organisationId, unitId: z.uuid() });

export const HANDED_OVER = ["requests", "procedures"] as const;
export type HandedOver = (typeof HANDED_OVER)[number];

export const handOverInput = z.object({
  organisationId,
  unitId: z.uuid(),
  toUnitId: z.uuid("Choisissez le service qui prend la suite"),
  what: z.array(z.enum(HANDED_OVER)).min(1, "Choisissez ce que vous confiez"),
});

type Params = Record<string, string | string[] | undefined>;

/** The choice as an address holds it, `?quoi=…&vers=…`, and what is missing in it, by control. */
export function readHandOver({ quoi, vers }: Params) {
  const what = HANDED_OVER.filter((kind) => [quoi].flat().includes(kind));
  const toUnitId = typeof vers === "string" ? vers : "";
  const errors: FieldErrors = {
    ...(what.length === 0 ? { quoi: "Choisissez ce que vous confiez" } : {}),
    ...(z.uuid().safeParse(toUnitId).success
      ? {}
      : { vers: "Choisissez le service qui prend la suite" }),
  };
  return { what, toUnitId, errors, isWrong: Object.keys(errors).length > 0 };
}

export type HandOverChoice = ReturnType<typeof readHandOver>;

/** A control for each unit, « unit.<id> », so that a form that comes back still has them all. */
export const UNIT_CONTROL = "unit.";

export const unitIdsOf = (values: Values) =>
  Object.keys(values).flatMap((name) =>
    name.startsWith(UNIT_CONTROL) ? [name.slice(UNIT_CONTROL.length)] : [],
  );

export const addRoleInput = z.object({
  organisationId,
  email: z.email("Écrivez l’adresse professionnelle en entier").max(200).toLowerCase(),
  givenName: line("Écrivez le prénom", 80),
  familyName: line("Écrivez le nom", 80),
  role: z.enum(AGENT_ROLES, "Choisissez un rôle"),
  unitIds: z.array(z.uuid()).default([]),
});

export const removeRoleInput = z.object({
  organisationId,
  agentId: z.uuid(),
  role: z.enum(AGENT_ROLES),
});

export type ContactInput = z.input<typeof contactInput>;
export type AddUnitInput = z.input<typeof addUnitInput>;
export type RenameUnitInput = z.input<typeof renameUnitInput>;
export type CloseUnitInput = z.input<typeof closeUnitInput>;
export type HandOverInput = z.input<typeof handOverInput>;
export type AddRoleInput = z.input<typeof addRoleInput>;
export type RemoveRoleInput = z.input<typeof removeRoleInput>;
