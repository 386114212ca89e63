import * as z from "zod";

const many = z.int().min(0);
const taken = z.object({ found: many, imported: many });

/** What could not be brought along as it was: where it stood, what it is, why, and what is left to do. */
const loss = z.object({
  file: z.string(),
  where: z.string(),
  what: z.string(),
  why: z.string(),
  todo: z.string(),
});

/** A file that nothing could be read from. */
const refusal = z.object({ file: z.string(), why: z.string() });

export const importReport = z.object({
  forms: taken,
  workflows: taken,
  blocks: taken,
  cards: taken,
  sources: taken,
  mails: taken,
  calls: taken,
  categories: taken,
  conditions: z.object({ found: many, parsed: many }),
  templates: z.object({ found: many, parsed: many }),
  actions: z.object({ found: many, translated: many }),
  refused: z.array(refusal),
  losses: z.array(loss),
});

export type Loss = z.infer<typeof loss>;
export type ImportReport = z.infer<typeof importReport>;
