import * as z from "zod";
import { slug } from "./conditions";

const text = z.string().trim().min(1).max(500);

/** One thing to choose. `parent`: the value it hangs under, for linked lists. `columns`: what else is known of it. */
export const listRow = z.strictObject({
  value: z.string().trim().min(1).max(200),
  label: text,
  hint: text.optional(),
  parent: z.string().max(200).optional(),
  /** No longer offered; still read in what was answered. */
  isClosed: z.literal(true).optional(),
  columns: z.record(z.string().max(60), z.string().max(500)).optional(),
});
export type ListRow = z.infer<typeof listRow>;

export const MOST_ROWS = 2_000;

/**
 * Where the rows of a list come from. `rows`: written or given as a CSV by the organisation. `api`: an address that
 * answers JSON. `cards`: a table of the organisation. `elsewhere`: only another installation has it, and somebody has
 * to connect it. Whatever it is, forms read the rows kept here.
 */
export const listSource = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rows") }),
  z.strictObject({
    kind: z.literal("api"),
    url: z.url({ protocol: /^https$/ }),
    /** Names in the answer; `items` is a path to the list, the answer itself when there is none. */
    items: z.string().max(200).optional(),
    value: z.string().max(100).default("id"),
    label: z.string().max(100).default("text"),
  }),
  z.strictObject({ kind: z.literal("cards"), table: slug }),
  z.strictObject({ kind: z.literal("elsewhere"), description: text }),
]);
export type ListSource = z.infer<typeof listSource>;

const organisationId = z.uuid();

export const listInput = z.object({
  organisationId,
  key: slug,
  title: text,
  source: listSource.default({ kind: "rows" }),
  rows: z.array(listRow).max(MOST_ROWS, `Gardez ${MOST_ROWS} lignes au plus.`).default([]),
});
export type ListInput = z.input<typeof listInput>;
