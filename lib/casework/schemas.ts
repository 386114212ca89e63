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
    .max(5000, "5000 signes au plus."),
});

export type NoteInput = z.output<typeof noteInput>;

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const cursor = optional(z.string().transform((text) => readCursor(text) ?? undefined));

/** The queue's URL: what is unknown or malformed in it is left out, never an error. */
export const queueFilters = z.object({
  vue: z.enum(VIEWS.map(({ id }) => id)).catch("a-moi-ou-libres"),
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

/** What the URL says in French. */
export const readQueueFilters = (params: Record<string, unknown>) =>
  queueFilters.parse({
    vue: params.vue,
    procedure: params.demarche,
    status: params.statut,
    channel: params.canal,
    q: params.q,
    after: params.apres,
    before: params.avant,
  });
