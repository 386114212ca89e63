import * as z from "zod";
import { AUDIENCES, CATEGORIES } from "./model";

const insee = z.string().regex(/^\d{5}$/);
const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** The catalogue's address; what cannot be read counts for nothing, so that an old link still works. */
export const catalogueParams = z.object({
  q: z.string().trim().max(200).default("").catch(""),
  theme: z.enum(CATEGORIES).optional().catch(undefined),
  public: z.enum(AUDIENCES).optional().catch(undefined),
  organisme: slug.optional().catch(undefined),
  commune: insee.optional().catch(undefined),
});

export type CatalogueParams = z.infer<typeof catalogueParams>;

/** `/demarches/<slug>?commune=<insee>`, or `&organisme=<slug>` for one organisation by name. */
export const procedureParams = z.object({
  commune: insee.optional().catch(undefined),
  organisme: slug.optional().catch(undefined),
});

const FIELD = /^prefill\.([a-z][a-z0-9-]*(?:\.[A-Za-z0-9-]+){0,3})$/;
const [MOST_FIELDS, MOST_CHARACTERS] = [40, 500];

/** What a link fills in: `?prefill.<field>=…`, by control name of the form. */
export function prefillOf(params: Record<string, string | string[] | undefined>) {
  const fields = Object.entries(params).flatMap(([name, value]) => {
    const field = FIELD.exec(name)?.[1];
    const [text] = [value].flat();
    return field && text ? [[field, text.slice(0, MOST_CHARACTERS)] as const] : [];
  });
  return Object.fromEntries(fields.slice(0, MOST_FIELDS));
}
