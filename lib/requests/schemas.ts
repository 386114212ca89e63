import * as z from "zod";
import { formatDay } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import { asDay, lastDueDay } from "./model";

const LONGEST = 5000;
const tooLong = `Raccourcissez votre texte à ${formatCount(LONGEST)} signes au plus.`;

const text = (missing: string) => z.string(missing).trim().min(1, missing).max(LONGEST, tooLong);

const reference = z.string().max(40);

/** The revision that the form was made from. */
const revision = z.coerce.number().int().nonnegative();

/** Chosen by the form: sent twice, it writes once. */
const id = z.uuid("Rechargez la page, puis recommencez.");

/** Of one file joined to a message or to an answer; the upload chose it. */
const fileIds = z.array(z.uuid()).max(10).default([]);

/** `prefill`: by control name, as a link carried it. */
export const startRequestInput = z.object({
  providerId: z.uuid("Rechargez la page de la démarche, puis recommencez."),
  prefill: z.record(z.string().max(100), z.string().max(500)).default({}),
});

/** `page`: this display of the step; `since`: the one that had written it last when it was made. */
const pageShown = z.object({ page: z.uuid(), since: z.union([z.uuid(), z.literal("")]) });

/** `said`: the step's controls as the browser posts them, by name. */
export const saveStepInput = z.object({
  reference,
  stepId: z.string().max(60),
  said: z.record(
    z.string().max(200),
    z.union([z.string(), z.array(z.string()).max(60)], "Envoyez un texte, ou une liste de textes."),
  ),
  from: pageShown.optional().catch(undefined),
});

export const submitRequestInput = z.object({
  reference,
  declared: z.boolean(),
});

export const changeInput = z.object({ reference, revision });

export const moveInput = changeInput.extend({
  transition: z.string().max(60),
  reason: z.string().trim().max(LONGEST, tooLong).default(""),
});

/** `panel`: the sub-form or the comment box of the request’s workflow. */
export const fillInput = changeInput.extend({ panel: z.string().max(100) });

export const askInput = changeInput.extend({
  id,
  question: text("Écrivez ce qui manque\u00a0: l’usager le lira tel quel."),
  dueOn: z.iso
    .date("Écrivez une date à partir de demain, par exemple 27/03/2027.")
    .refine((day) => day > asDay(new Date()), "Choisissez une date à partir de demain.")
    .refine((day) => day <= lastDueDay(new Date()), {
      error: () =>
        `Choisissez une date d’ici un an, le ${formatDay(lastDueDay(new Date()))} au plus tard.`,
    }),
});

export const replyInput = changeInput.extend({
  answer: text("Écrivez votre réponse."),
  fileIds,
});

export const messageInput = z.object({
  reference,
  id,
  body: text("Écrivez votre message."),
  fileIds,
});

export const bulkAssignInput = z.object({
  ids: z.array(z.uuid()).min(1, "Sélectionnez au moins une demande.").max(100),
});

export type StartRequestInput = z.input<typeof startRequestInput>;
export type SaveStepInput = z.output<typeof saveStepInput>;
export type SubmitRequestInput = z.output<typeof submitRequestInput>;
export type ChangeInput = z.output<typeof changeInput>;
export type MoveInput = z.output<typeof moveInput>;
export type FillInput = z.output<typeof fillInput>;
export type AskInput = z.output<typeof askInput>;
export type ReplyInput = z.output<typeof replyInput>;
export type MessageInput = z.output<typeof messageInput>;
export type BulkAssignInput = z.output<typeof bulkAssignInput>;
