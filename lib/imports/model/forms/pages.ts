import type { PublikField } from "../../schemas/publik";

/** A page as Publik has it: its own field, then those under it. */
export type PublikPage = { page?: PublikField; fields: PublikField[] };

/** A form without pages is one page. */
export function pagesOf(fields: readonly PublikField[]): PublikPage[] {
  const pages: PublikPage[] = [];
  for (const field of fields) {
    const last = pages.at(-1);
    if (field.type === "page") pages.push({ page: field, fields: [] });
    else if (last) last.fields.push(field);
    else pages.push({ fields: [field] });
  }
  return pages;
}
