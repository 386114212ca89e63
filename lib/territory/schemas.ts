import * as z from "zod";

/** What the address search is asked: `q`, and the commune that is meant. */
export const addressQuery = z.object({
  q: z
    .string("Donnez dans q le début d’une adresse.")
    .trim()
    .min(3, "Écrivez au moins 3 caractères.")
    .max(200, "Écrivez 200 caractères au plus."),
  insee: z
    .string()
    .regex(/^\d{5}$/, "Donnez les 5 chiffres du code INSEE.")
    .optional(),
  limit: z.coerce.number().int().min(1).max(20).default(6),
});
