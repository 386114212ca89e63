import * as z from "zod";

/** Names statuses, transitions, actions, fields…: what events, timers and expressions call them by. */
export const name = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*$/, "Écrivez un identifiant en minuscules, chiffres et tirets.")
  .max(100);

/** Empty while it is being written; a definition with an empty one cannot be published. */
export const text = z.string().trim().max(500);

/** One thing, in the words of whoever reads it. */
export const labels = z.strictObject({ agent: text, resident: text });
export type Labels = z.infer<typeof labels>;

/** Besides the functions of the definition: the applicant, the agents of the unit, the one who has the request. */
export const AUDIENCES = ["resident", "agents", "assignee"] as const;

/** Who may act or is told: one of `AUDIENCES`, or a function of the definition. */
export const audience = name;
