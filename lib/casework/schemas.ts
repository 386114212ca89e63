import * as z from "zod";
import { CHANNELS, STATUSES } from "@/lib/requests/model";
import { readCursor, VIEWS } from "./model";

export const noteInput = z.object({
  reference: z.string().max(40),
  /** Chosen by the form: sent twice, it writes once. */
  id: z.uuid("Rechargez la page, puis recommencez."),
  body: z
    .string("Écrivez votre note.")
    .trim()
    .min(1, "Écrivez votre note.")
    .max(5000, "Raccourcissez votre note à 5\u202f000 signes au plus."),
});

export type NoteInput = z.output<typeof noteInput>;

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const cursor = optional(z.string().transform((text) => readCursor(text) ?? undefined));

/** The queue's URL: what is unknown or malformed in it is left out, never an error. */
export const queueFilters = z.object({
  view: z.enum(VIEWS.map(({ id }) => id)).catch("a-moi-ou-libres"),
  procedure: optional(z.uuid()),
  status: optional(z.enum(STATUSES.filter((status) => status !== "draft"))),
  channel: optional(z.enum(CHANNELS)),
  q: optional(
    z
      .string()
      .trim()
      .max(100)
      .transform((text) => text || undefined),
  ),
  after: cursor,
  before: cursor,
});

export type QueueFilters = z.output<typeof queueFilters>;

/** What each filter is called in the URL. */
const NAMES = {
  view: "vue",
  procedure: "demarche",
  status: "statut",
  channel: "canal",
  q: "q",
  after: "apres",
  before: "avant",
} as const;

type Params = Record<string, string | string[] | undefined>;

export const readQueueFilters = (params: Params) =>
  queueFilters.parse(
    Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, params[name]])),
  );

/** The query string of the same queue with some filters changed; back to its first page. */
export function queueQuery(
  filters: Partial<QueueFilters>,
  edge: { after?: string; before?: string } = {},
) {
  const { view, procedure, status, channel, q } = filters;
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ view, procedure, status, channel, q, ...edge }))
    if (value) query.set(NAMES[key as keyof typeof NAMES], value);
  return query.toString();
}
