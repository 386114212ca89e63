import * as z from "zod";
import { FILE_TYPES } from "./model";

/** What a signed upload token says: who may send what, where, until when. */
export const uploadGrant = z.object({
  ownerKind: z.enum(["visitor", "resident", "agent"]),
  ownerId: z.string().min(1),
  requestId: z.uuid(),
  fieldId: z.string().min(1).max(200),
  accept: z.array(z.enum(FILE_TYPES)).min(1),
  maxBytes: z.int().positive(),
  /** Milliseconds since 1970. */
  expiresAt: z.int(),
});

export type UploadGrant = z.infer<typeof uploadGrant>;

/** Ids as a form posts them: one control per file. */
export const fileIds = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : [value].flat()),
  z.array(z.uuid()).max(40),
);
