import * as z from "zod";
import { UUID } from "@/lib/format/id";

const noticeItem = z
  .object({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    label: z.string().min(1),
    claims: z.array(z.string().min(1)),
    apis: z.array(z.object({ resource: z.url(), scopes: z.array(z.string().min(1)) })).optional(),
    required: z.boolean(),
    why: z.string().optional(),
  })
  .refine(({ claims, apis = [] }) => claims.length + apis.length > 0, "An item opens something.");

/** What a service publishes before it may ask anybody for anything. */
export const notice = z
  .object({
    service: z.string().min(1),
    provider: z.string().min(1),
    controller: z.string().min(1),
    purpose: z.string().min(1),
    items: z.array(noticeItem).min(1),
    months: z.int().min(1).max(36),
    refusal: z.string().min(1),
  })
  .refine(
    ({ items }) => new Set(items.map(({ id }) => id)).size === items.length,
    "Two items have the same id.",
  );

export const consentDecision = z.object({
  decision: z.enum(["accept", "refuse"], "Choisissez d’accepter ou de refuser."),
  items: z.array(z.string()).default([]),
});

export const withdrawInput = z.object({ id: z.uuid("Cet accord n’existe pas.") });

/** `<instant>_<id>` of the last reading already seen. */
export const accessesInput = z.object({
  before: z
    .string()
    .regex(
      new RegExp(`^\\d{13}_${UUID}$`),
      "Reprenez l’adresse «\u00a0next\u00a0» de la page précédente.",
    )
    .optional(),
});
